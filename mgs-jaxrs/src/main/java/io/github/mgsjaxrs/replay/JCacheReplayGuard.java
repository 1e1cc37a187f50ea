package io.github.mgsjaxrs.replay;

import io.github.mgsjaxrs.MgsConfigurationException;
import java.time.Duration;
import java.util.Map;
import javax.cache.Cache;
import javax.cache.CacheManager;

/**
 * Remembers requests in JCache (JSR-107), one cache for each kind: those of an embedded provider
 * for one node, those of a cluster for several.
 *
 * <p>The caches are opened when the guard is made. One that is there is used as it is configured,
 * if it remembers for long enough; otherwise it is created, and remembers for twice the window and
 * a second. If the provider cannot open them, a request tries again, at most every five seconds.
 *
 * <p>Calls wait for the cache, which in a cluster is at the other end of a network.
 */
public final class JCacheReplayGuard implements ReplayGuard, AutoCloseable {

  /** What stands beside each token; nobody reads it, and every provider can send a string. */
  private static final String SEEN = "seen";

  private final JCacheOpening opening;

  private JCacheReplayGuard(JCacheOpening opening) {
    this.opening = opening;
  }

  /**
   * Guards in a cache manager of the application's own, which is never closed.
   *
   * <pre>{@code
   * MgsVerifier.builder().replayGuards(JCacheReplayGuard.in(cluster)).build();
   * }</pre>
   *
   * @param manager where the caches are, or are created
   * @return what makes them
   */
  public static ReplayGuards in(CacheManager manager) {
    return (settings, windows) -> started(new JCacheManager.Given(manager), settings, windows);
  }

  /**
   * Guards in the caches of a provider; {@link #close()} closes its manager if nobody else uses it.
   */
  static ReplayGuard ofProvider(ReplaySettings settings, Map<ReplayScope, Duration> windows) {
    return started(new JCacheManager.OfProvider(settings), settings, windows);
  }

  private static ReplayGuard started(
      JCacheManager managers, ReplaySettings settings, Map<ReplayScope, Duration> windows) {
    JCacheOpening opening = new JCacheOpening(managers, settings, windows, System::nanoTime);
    try {
      opening.start();
    } catch (MgsConfigurationException wrong) {
      opening.close();
      throw wrong;
    }
    return new JCacheReplayGuard(opening);
  }

  @Override
  public boolean isFirst(ReplayScope scope, String token) {
    Cache<Object, Object> cache = opening.cache(scope);
    try {
      return cache.putIfAbsent(token, SEEN);
    } catch (RuntimeException failed) {
      throw new ReplayUnavailableException(
          "The cache " + cache.getName() + " (mgs.replay.cache) cannot be written: " + failed,
          failed);
    }
  }

  /** Closes the cache manager, if this guard is the last that uses it and nobody else does. */
  @Override
  public void close() {
    opening.close();
  }
}
