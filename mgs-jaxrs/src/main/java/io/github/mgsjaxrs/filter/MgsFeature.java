package io.github.mgsjaxrs.filter;

import io.github.mgsjaxrs.MgsConfigurationException;
import io.github.mgsjaxrs.filter.offline.OfflinePackageReader;
import io.github.mgsjaxrs.filter.offline.PackageRelease;
import io.github.mgsjaxrs.internal.enforcement.EndedApplications;
import io.github.mgsjaxrs.internal.enforcement.GivenVerifier;
import io.github.mgsjaxrs.internal.lookup.VerifierLookups;
import io.github.mgsjaxrs.verifier.MgsVerifier;
import jakarta.ws.rs.RuntimeType;
import jakarta.ws.rs.core.Configuration;
import jakarta.ws.rs.core.Feature;
import jakarta.ws.rs.core.FeatureContext;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Registers all that protects resources.
 *
 * <pre>{@code
 * ResourceConfig application = new ResourceConfig(Orders.class)
 *     .register(new MgsFeature(MgsVerifier.builder()
 *         .salt("orders", SignatureAlgorithm.MD5, System.getenv("ORDERS_SALT"))
 *         .build()));
 * }</pre>
 *
 * <p>With CDI and {@code mgs-cdi} the feature is registered without a verifier, which is then
 * looked up. With both, the given one verifies, and what either protects by path is protected.
 * Where no verifier is found, protected resources answer 503. A jar on the class path that looks
 * for it and cannot be used, {@code mgs-cdi} without the CDI API, say, stops the start.
 *
 * <p>On a runtime that takes a list of classes literally and runs no feature (Quarkus REST), the
 * list needs {@link #providers()} instead.
 */
public final class MgsFeature implements Feature {

  private static final List<Class<?>> PROVIDERS =
      List.of(
          RequestSnapshotFilter.class,
          SignatureFilter.class,
          BoundSignatureFilter.class,
          BoundRpcSignatureFilter.class,
          BoundKooGalleryFilter.class,
          BoundApiGatewayFilter.class,
          LastSignatureFilter.class,
          EntityRelease.class,
          WholeForm.class,
          AnswerSignature.class,
          OfflinePackageReader.class,
          PackageRelease.class);

  private final @Nullable MgsVerifier verifier;

  /** Registers the filters; the verifier is looked up when the first request comes. */
  public MgsFeature() {
    this.verifier = null;
  }

  /**
   * Registers the filters with a verifier.
   *
   * @param verifier the verifier of this application, which stays the caller's to close
   */
  public MgsFeature(MgsVerifier verifier) {
    this.verifier = Objects.requireNonNull(verifier, "verifier");
  }

  /**
   * The verifier that it was given.
   *
   * @return empty if it is looked up
   */
  public Optional<MgsVerifier> verifier() {
    return Optional.ofNullable(verifier);
  }

  /**
   * All that the feature registers, for an {@code Application} that lists its classes on a runtime
   * that runs no feature.
   *
   * <pre>{@code
   * public Set<Class<?>> getClasses() {
   *   Set<Class<?>> classes = new HashSet<>(MgsFeature.providers());
   *   classes.add(Orders.class);
   *   return classes;
   * }
   * }</pre>
   *
   * <p>A list that leaves some of them out is refused where it can be seen: without them requests
   * would pass unverified, bodies be kept, or answers go unsigned.
   *
   * @return filters, interceptors and readers, in no particular order
   */
  public static List<Class<?>> providers() {
    return PROVIDERS;
  }

  @Override
  public boolean configure(FeatureContext context) {
    Configuration configuration = context.getConfiguration();
    if (configuration.getRuntimeType() == RuntimeType.CLIENT) {
      return false;
    }
    VerifierLookups.fault()
        .ifPresent(
            fault -> {
              throw fault;
            });
    if (verifier != null) {
      give(verifier, context);
    }
    EndedApplications.watch(context);
    for (Class<?> provider : PROVIDERS) {
      // a runtime that scans may have found it already
      if (!configuration.isRegistered(provider)) {
        context.register(provider);
      }
    }
    return true;
  }

  private static void give(MgsVerifier verifier, FeatureContext context) {
    Object before = context.getConfiguration().getProperty(VerifierLookups.PROPERTY);
    if (before == verifier) {
      return;
    }
    if (before != null) {
      throw new MgsConfigurationException(
          "One application was given two verifiers by MgsFeature, and requests would be verified by"
              + " one of them alone: register one MgsFeature, with the keys and paths of both");
    }
    context.property(VerifierLookups.PROPERTY, verifier);
    // not every runtime lets filters see the property
    context.register(new GivenVerifier(verifier));
  }
}
