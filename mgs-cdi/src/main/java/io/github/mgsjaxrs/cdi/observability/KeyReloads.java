package io.github.mgsjaxrs.cdi.observability;

import io.github.mgsjaxrs.keys.ReloadListener;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;

/** Holds what came of the reloads of the configured verifier's keys, for checks and metrics. */
@ApplicationScoped
public class KeyReloads {

  private final ReloadHistory history = new ReloadHistory(System::nanoTime);

  /** Called by the container. */
  public KeyReloads() {}

  /**
   * Who is to be told of reloads. The thread that reloads never meets a proxy, which on some
   * containers works on the container's threads alone.
   *
   * @param beans of the application whose keys are loaded right now
   * @return to be given to the verifier
   */
  public static ReloadListener listener(Instance<Object> beans) {
    Instance<KeyReloads> reloads = beans.select(KeyReloads.class);
    if (reloads.isUnsatisfied()) {
      return ReloadListener.NONE;
    }
    ReloadHistory history = reloads.get().history();
    history.begin();
    return history;
  }

  /**
   * What came of them. Public, as a proxy passes on public methods alone everywhere.
   *
   * @return the same object for the application's whole life
   */
  public ReloadHistory history() {
    return history;
  }
}
