package io.github.mgsjaxrs.replay;

import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The guard of a verifier, made at the start where guarded requests are known to come, and by the
 * first of them otherwise: an application that has none needs no cache, and nothing of JCache on
 * its class path.
 */
public final class DeferredReplayGuard implements ReplayGuard, AutoCloseable {

  private final ReplayGuards guards;
  private final ReplaySettings settings;
  private final Map<ReplayScope, Duration> windows;
  private volatile @Nullable ReplayGuard made;
  private boolean closed;

  /**
   * Makes nothing yet.
   *
   * @param guards makes the guard
   * @param settings {@code mgs.replay.*}
   * @param windows how far the time of a request may be away, of every scope
   */
  public DeferredReplayGuard(
      ReplayGuards guards, ReplaySettings settings, Map<ReplayScope, Duration> windows) {
    this.guards = guards;
    this.settings = settings;
    this.windows = Map.copyOf(windows);
  }

  /**
   * Makes the guard, unless it is there.
   *
   * @return the guard
   * @throws io.github.mgsjaxrs.MgsConfigurationException if the settings do not fit what is there
   * @throws ReplayUnavailableException if this is closed
   */
  public ReplayGuard start() {
    ReplayGuard guard = made;
    return guard == null ? startAlone() : guard;
  }

  private synchronized ReplayGuard startAlone() {
    if (closed) {
      throw new ReplayUnavailableException(
          "The verifier is closed, and its replay guard too", null);
    }
    ReplayGuard guard = made;
    if (guard == null) {
      guard = guards.with(settings, windows);
      made = guard;
    }
    return guard;
  }

  @Override
  public boolean isFirst(ReplayScope scope, String token) {
    return start().isFirst(scope, token);
  }

  /** Closes the guard if it was made and can be closed. */
  @Override
  public synchronized void close() {
    closed = true;
    if (made instanceof AutoCloseable closeable) {
      try {
        closeable.close();
      } catch (Exception failed) {
        System.getLogger(DeferredReplayGuard.class.getName())
            .log(System.Logger.Level.WARNING, "The replay guard could not be closed", failed);
      }
    }
  }
}
