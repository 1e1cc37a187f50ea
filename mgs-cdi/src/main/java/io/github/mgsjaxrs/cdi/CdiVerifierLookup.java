package io.github.mgsjaxrs.cdi;

import io.github.mgsjaxrs.internal.lookup.VerifierLookup;
import io.github.mgsjaxrs.verifier.MgsVerifier;
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
   * The bean. That there is none is no answer: it would leave open what settings protect by path.
   *
   * @throws io.github.mgsjaxrs.MgsConfigurationException if it was built from other settings than
   *     those of the application that the current thread works for
   * @throws IllegalStateException if no container knows the current thread, or it has no such bean
   */
  @Override
  public Optional<MgsVerifier> find() {
    CDI<Object> container = container();
    Instance<MgsVerifier> verifiers = container.select(MgsVerifier.class);
    if (verifiers.isUnsatisfied()) {
      throw new IllegalStateException(
          "mgs-cdi is there, but its beans are not, nor is another of type MgsVerifier: see whether"
              + " CDI runs in this application and whether its start failed, or remove mgs-cdi and"
              + " register new MgsFeature(verifier)");
    }
    MgsVerifier verifier = verifiers.get();
    requireSameSettings(container, verifier);
    return Optional.of(verifier);
  }

  private static CDI<Object> container() {
    try {
      return CDI.current();
    } catch (IllegalStateException unknown) {
      throw new IllegalStateException(
          "mgs-cdi is there, but no CDI container that knows the current thread: let requests be"
              + " served by threads of the application's container, or, where none runs, remove"
              + " mgs-cdi and register new MgsFeature(verifier)",
          unknown);
    }
  }

  /** Whatever the events of the start were: what a request meets are its own settings. */
  private static void requireSameSettings(CDI<Object> container, MgsVerifier verifier) {
    // any call makes the container create what stands behind its proxy
    boolean protectsPaths = verifier.settings().pathScope().isActive();
    container.select(DefaultVerifierExtension.class).stream()
        .forEach(DefaultVerifierExtension::requireSameSettings);
    if (!protectsPaths) {
      PathSettings.requireNone();
    }
  }
}
