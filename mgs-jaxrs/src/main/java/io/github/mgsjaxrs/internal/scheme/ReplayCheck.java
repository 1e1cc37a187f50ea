package io.github.mgsjaxrs.internal.scheme;

import io.github.mgsjaxrs.MgsConfigurationException;
import io.github.mgsjaxrs.Rejection;
import io.github.mgsjaxrs.internal.entity.RefusalException;
import io.github.mgsjaxrs.internal.log.FaultLog;
import io.github.mgsjaxrs.replay.ReplayGuard;
import io.github.mgsjaxrs.replay.ReplayScope;
import io.github.mgsjaxrs.replay.ReplaySettings;
import io.github.mgsjaxrs.replay.ReplaySettings.WhenUnavailable;
import io.github.mgsjaxrs.replay.ReplayToken;
import java.util.Set;

/** Refuses what was served before, once its signature was found right. */
public final class ReplayCheck {

  private static final System.Logger LOG = System.getLogger(ReplayCheck.class.getName());

  private final ReplaySettings settings;
  private final ReplayGuard guard;
  private final FaultLog unavailable = new FaultLog(LOG);

  public ReplayCheck(ReplaySettings settings, ReplayGuard guard) {
    this.settings = settings;
    this.guard = guard;
  }

  /** For who only verifies a request, and does not serve it. */
  public static ReplayCheck none() {
    return new ReplayCheck(
        ReplaySettings.DEFAULT.withGuarded(Set.of()),
        (scope, token) -> {
          throw new IllegalStateException("Nothing is guarded");
        });
  }

  /** Whether requests of this kind are remembered. */
  public boolean guards(ReplayScope scope) {
    return settings.guards(scope);
  }

  /**
   * Remembers a request by something that no other one has.
   *
   * <p>No key id is part of it: nodes may have other ids for one key, and some key stores know an
   * id in any case.
   *
   * @param scope what kind of request it is
   * @param name what it is that no other request has
   * @param unique its value, written in one way only
   * @throws RefusalException if the request was remembered before, or nobody can tell and the
   *     settings do not admit it then
   */
  public void requireFirst(ReplayScope scope, String name, String unique) throws RefusalException {
    if (settings.guards(scope) && !isFirst(scope, ReplayToken.of(name, unique))) {
      throw new RefusalException(
          Rejection.REPLAYED,
          "a request with this "
              + name
              + " was served before, and mgs.replay.guard names "
              + scope.word());
    }
  }

  private boolean isFirst(ReplayScope scope, String token) throws RefusalException {
    try {
      boolean first = guard.isFirst(scope, token);
      unavailable.gone("The replay guard is available again");
      return first;
    } catch (RuntimeException | LinkageError down) {
      // a wrong setting does not pass by itself, and would leave requests unguarded for good
      boolean admits =
          settings.whenUnavailable() == WhenUnavailable.ADMIT
              && !(down instanceof MgsConfigurationException);
      unavailable.met(
          "Nobody can tell whether requests were sent before, as the replay guard is not"
              + " available: they are "
              + (admits ? "served" : "answered 503")
              + " (mgs.replay.when-unavailable)",
          down);
      if (admits) {
        return true;
      }
      throw new RefusalException(Rejection.UNAVAILABLE, "the replay guard is not available");
    }
  }
}
