package io.github.mgsjaxrs.cdi;

import io.github.mgsjaxrs.MgsVerifier;
import io.github.mgsjaxrs.filter.VerifierLookup;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.spi.CDI;
import java.util.Optional;

/** Finds the verifier among the beans of the running container. */
public final class CdiVerifierLookup implements VerifierLookup {

  /** Called by the service loader; fails where there is no CDI API. */
  public CdiVerifierLookup() {
    CdiMissing.requireApi();
  }

  /**
   * The bean; empty where no container runs, or it has none.
   *
   * @throws io.github.mgsjaxrs.MgsConfigurationException if it was built from other settings than
   *     those of the application that the current thread works for
   */
  @Override
  public Optional<MgsVerifier> find() {
    CDI<Object> container;
    try {
      container = CDI.current();
    } catch (IllegalStateException noContainer) {
      return Optional.empty();
    }
    Instance<MgsVerifier> verifiers = container.select(MgsVerifier.class);
    if (verifiers.isUnsatisfied()) {
      return Optional.empty();
    }
    MgsVerifier verifier = verifiers.get();
    requireSameSettings(container, verifier);
    return Optional.of(verifier);
  }

  /** Whatever the events of the start were: what a request meets are its own settings. */
  private static void requireSameSettings(CDI<Object> container, MgsVerifier verifier) {
    // any call makes the container create what stands behind its proxy
    verifier.settings();
    container.select(DefaultVerifierExtension.class).stream()
        .forEach(DefaultVerifierExtension::requireSameSettings);
  }
}
