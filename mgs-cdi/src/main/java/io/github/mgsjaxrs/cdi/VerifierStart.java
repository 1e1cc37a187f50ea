package io.github.mgsjaxrs.cdi;

import io.github.mgsjaxrs.MgsConfigurationException;
import io.github.mgsjaxrs.VerifiedCaller;
import io.github.mgsjaxrs.cdi.observability.KeyReloads;
import io.github.mgsjaxrs.keys.KeyResolver;
import io.github.mgsjaxrs.replay.ReplayGuard;
import io.github.mgsjaxrs.verifier.MgsVerifier;
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

  private static final System.Logger LOG = System.getLogger("io.github.mgsjaxrs.cdi");

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
      Instance<StartedLater> later) {
    ServletStart.requireLooked(event);
    if (!later.isUnsatisfied()) {
      return;
    }
    build(verifiers);
    lookAsRequestsWill();
  }

  /** A container may have called for another application than its own. */
  static void lookAsRequestsWill() {
    try {
      new CdiVerifierLookup().find();
    } catch (IllegalStateException tooEarly) {
      LOG.log(System.Logger.Level.DEBUG, "The verifier is looked for with a request", tooEarly);
    }
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
