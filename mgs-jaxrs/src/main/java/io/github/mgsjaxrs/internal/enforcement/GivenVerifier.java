package io.github.mgsjaxrs.internal.enforcement;

import io.github.mgsjaxrs.verifier.MgsVerifier;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.ContextResolver;
import jakarta.ws.rs.ext.Providers;
import org.jspecify.annotations.Nullable;

/**
 * Carries the verifier that {@code MgsFeature} was given to the filters of the same application.
 *
 * <p>CXF keeps the instances that a feature registers, and drops its properties. It runs every
 * instance of a filter that it has, those that it found by scanning too, so that the verifier must
 * not be bound to one of them: whichever runs asks for it. Applications do not use it directly.
 */
public final class GivenVerifier implements ContextResolver<MgsVerifier> {

  private final MgsVerifier verifier;

  /**
   * For one application.
   *
   * @param verifier what the feature was given
   */
  public GivenVerifier(MgsVerifier verifier) {
    this.verifier = verifier;
  }

  @Override
  public MgsVerifier getContext(Class<?> type) {
    return verifier;
  }

  /** What the application that is being served has registered; null if it gave no verifier. */
  public static @Nullable MgsVerifier of(Providers providers) {
    ContextResolver<MgsVerifier> carrier =
        providers.getContextResolver(MgsVerifier.class, MediaType.WILDCARD_TYPE);
    return carrier == null ? null : carrier.getContext(MgsVerifier.class);
  }
}
