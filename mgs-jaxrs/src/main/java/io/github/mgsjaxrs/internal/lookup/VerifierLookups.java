package io.github.mgsjaxrs.internal.lookup;

import io.github.mgsjaxrs.MgsConfigurationException;
import io.github.mgsjaxrs.settings.PathScope;
import io.github.mgsjaxrs.verifier.MgsVerifier;
import jakarta.ws.rs.core.Configuration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Asks every installed way of looking for the application's verifier. */
public final class VerifierLookups {

  /** The name of the configuration property under which a feature leaves its verifier. */
  public static final String PROPERTY = "io.github.mgsjaxrs.verifier";

  /**
   * What the library's own loader has, once all of it could be used: applications without a
   * verifier look for one with every request.
   */
  private static final AtomicReference<@Nullable Services<VerifierLookup>> INSTALLED =
      new AtomicReference<>();

  private VerifierLookups() {}

  /**
   * The verifier that the feature of an application was given.
   *
   * @param configuration of the application; null where nobody injects it
   * @return the verifier; null where none was given, or this runtime does not show it
   */
  public static @Nullable MgsVerifier given(@Nullable Configuration configuration) {
    return configuration != null && configuration.getProperty(PROPERTY) instanceof MgsVerifier given
        ? given
        : null;
  }

  /**
   * Looks for the verifier.
   *
   * @return the first that is found; empty where no way of looking knows one
   * @throws MgsConfigurationException if a way of looking cannot be used: it may be the one that
   *     knows which paths are protected, so none is not an answer
   */
  public static Optional<MgsVerifier> find() {
    Services<VerifierLookup> lookups = installed();
    fault(lookups)
        .ifPresent(
            fault -> {
              throw fault;
            });
    try {
      return lookups.usable().stream().flatMap(lookup -> lookup.find().stream()).findFirst();
    } catch (LinkageError unusable) {
      throw fault(unusable);
    }
  }

  /**
   * Looks for paths that another verifier of the application protects, which would be open if the
   * one that its feature was given were asked alone: settings that {@code mgs-cdi} reads, say.
   *
   * @param given the verifier of the feature
   * @return its paths, none where there is no other; null where no container knows the current
   *     thread, so that there are no settings for it, or not yet
   * @throws MgsConfigurationException as {@link #find()} does
   */
  public static @Nullable PathScope pathsBeside(MgsVerifier given) {
    try {
      return find()
          .filter(found -> found != given)
          .map(found -> found.settings().pathScope())
          .orElse(PathScope.NONE);
    } catch (IllegalStateException noContainer) {
      return null;
    }
  }

  /**
   * Whether every way of looking can be used; none of them is asked.
   *
   * @return what is wrong, if anything is
   */
  public static Optional<MgsConfigurationException> fault() {
    return fault(installed());
  }

  private static Services<VerifierLookup> installed() {
    Services<VerifierLookup> known = INSTALLED.get();
    if (known == null) {
      known = Services.of(VerifierLookup.class);
      if (known.faults().isEmpty()) {
        INSTALLED.set(known);
      }
    }
    return known;
  }

  private static Optional<MgsConfigurationException> fault(Services<VerifierLookup> lookups) {
    return lookups.faults().stream().map(VerifierLookups::fault).findFirst();
  }

  private static MgsConfigurationException fault(Throwable unusable) {
    return new MgsConfigurationException(
        "The verifier cannot be looked for: " + Services.told(unusable), unusable);
  }
}
