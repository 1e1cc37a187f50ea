package io.github.mgsjaxrs.cdi;

import io.github.mgsjaxrs.koogallery.KooGallery;
import io.github.mgsjaxrs.verifier.MgsVerifier;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;

/** What {@code @Inject KooGallery} injects: the access keys of the application's verifier. */
@Dependent
public class InjectedKooGallery {

  /** Called by the container. */
  public InjectedKooGallery() {}

  /**
   * Called by the container.
   *
   * @param verifiers the application's verifier; looked up here, as two of them have a message of
   *     their own, and nothing is asked of it before a key is needed
   * @return what uses its keys
   */
  @Produces
  @Dependent
  public KooGallery kooGallery(Instance<MgsVerifier> verifiers) {
    MgsVerifier verifier = verifiers.get();
    return KooGallery.of(verifier.keys(), verifier.settings().kooGallery());
  }
}
