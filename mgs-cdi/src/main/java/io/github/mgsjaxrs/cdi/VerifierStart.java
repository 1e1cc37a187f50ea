package io.github.mgsjaxrs.cdi;

import io.github.mgsjaxrs.MgsConfigurationException;
import io.github.mgsjaxrs.MgsVerifier;
import io.github.mgsjaxrs.VerifiedCaller;
import io.github.mgsjaxrs.cdi.observability.KeyReloads;
import io.github.mgsjaxrs.keys.KeyResolver;
import io.github.mgsjaxrs.replay.ReplayGuard;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;

/**
 * Builds the verifier when the application starts, so that a wrong setting stops the start instead
 * of the first request.
 */
@ApplicationScoped
public class VerifierStart {

  /** Called by the container. */
  public VerifierStart() {}

  // all the rest: a container that removes beans which nobody injects keeps them for this
  void start(
      @Observes @Initialized(ApplicationScoped.class) Object event,
      Instance<MgsVerifier> verifiers,
      Instance<KeyResolver> resolvers,
      Instance<ReplayGuard> guards,
      Instance<VerifiedCaller> callers,
      Instance<KeyReloads> reloads,
      Instance<MarkedClasses> marked,
      Instance<StartedLater> later,
      Instance<DefaultVerifierExtension> extensions) {
    ServletStart.requireLooked(event);
    if (later.isUnsatisfied()) {
      build(verifiers);
    }
    extensions.stream().forEach(DefaultVerifierExtension::requireSameSettings);
  }

  static void build(Instance<MgsVerifier> verifiers) {
    if (verifiers.isAmbiguous()) {
      throw new MgsConfigurationException(
          "There are several beans of type MgsVerifier, and the filters need one: keep one with the"
              + " default qualifier");
    }
    // any call makes the container create what stands behind its proxy
    verifiers.get().settings();
  }
}
