package io.github.mgsjaxrs.replay;

import io.github.mgsjaxrs.MgsConfigurationException;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import javax.cache.Cache;
import javax.cache.CacheManager;
import org.jspecify.annotations.Nullable;

/**
 * Opens the caches of all guarded scopes, again if the provider could not, but not for every
 * request that meets the fault.
 */
final class JCacheOpening {

  private static final System.Logger LOG = System.getLogger(JCacheReplayGuard.class.getName());
  private static final long PAUSE = Duration.ofSeconds(5).toNanos();

  private final JCacheManager managers;
  private final ReplaySettings settings;
  private final Map<ReplayScope, Duration> windows;
  private final LongSupplier nanoTime;
  private final ReentrantLock lock = new ReentrantLock();
  private volatile @Nullable Map<ReplayScope, Cache<Object, Object>> open;
  private @Nullable RuntimeException failure;
  private long failedAt;
  private boolean closed;

  JCacheOpening(
      JCacheManager managers,
      ReplaySettings settings,
      Map<ReplayScope, Duration> windows,
      LongSupplier nanoTime) {
    this.managers = managers;
    this.settings = settings;
    this.windows = windows;
    this.nanoTime = nanoTime;
  }

  /**
   * Opens the caches, and leaves a cluster that cannot be reached for later: resources that need
   * none are to be served meanwhile.
   *
   * @throws MgsConfigurationException if that would not help
   */
  void start() {
    try {
      opened();
    } catch (ReplayUnavailableException later) {
      LOG.log(System.Logger.Level.ERROR, later.getMessage(), later.getCause());
    }
  }

  /** The cache of a scope. */
  Cache<Object, Object> cache(ReplayScope scope) {
    Map<ReplayScope, Cache<Object, Object>> caches = open;
    if (caches == null || isClosed(caches.get(scope))) {
      caches = opened();
    }
    Cache<Object, Object> cache = caches.get(scope);
    if (cache == null) {
      throw new MgsConfigurationException(
          "mgs.replay.guard is "
              + settings.guarded()
              + ", and no request of "
              + scope.word()
              + " is remembered: add it to the list");
    }
    return cache;
  }

  private static boolean isClosed(@Nullable Cache<Object, Object> cache) {
    return cache != null && cache.isClosed();
  }

  private Map<ReplayScope, Cache<Object, Object>> opened() {
    try {
      // whoever comes meanwhile waits for this attempt, and not for one of its own
      if (!lock.tryLock(PAUSE, TimeUnit.NANOSECONDS)) {
        throw unavailable(
            "the provider has not answered for " + PAUSE / 1_000_000_000 + " s", null);
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw unavailable("the request was interrupted", interrupted);
    }
    try {
      Map<ReplayScope, Cache<Object, Object>> caches = open;
      if (caches != null && caches.values().stream().noneMatch(Cache::isClosed)) {
        return caches;
      }
      return openedAlone();
    } finally {
      lock.unlock();
    }
  }

  private Map<ReplayScope, Cache<Object, Object>> openedAlone() {
    if (closed) {
      throw unavailable("the verifier is closed", null);
    }
    if (failure != null && nanoTime.getAsLong() - failedAt < PAUSE) {
      throw failure;
    }
    try {
      CacheManager manager = managers.open();
      Map<ReplayScope, Cache<Object, Object>> caches = new EnumMap<>(ReplayScope.class);
      for (ReplayScope scope : settings.guarded()) {
        caches.put(scope, JCacheLifetime.of(settings, windows, scope).cacheIn(manager));
      }
      failure = null;
      open = caches;
      return caches;
    } catch (MgsConfigurationException wrong) {
      throw failed(wrong);
    } catch (RuntimeException failed) {
      throw failed(unavailable(failed.toString(), failed));
    }
  }

  private RuntimeException failed(RuntimeException why) {
    failure = why;
    failedAt = nanoTime.getAsLong();
    return why;
  }

  private ReplayUnavailableException unavailable(String why, @Nullable Throwable cause) {
    return new ReplayUnavailableException(
        "The caches "
            + settings.cache()
            + ".* of JCache, which mgs.replay.guard needs, cannot be opened: "
            + why
            + "; mgs.replay.provider and mgs.replay.uri say where they are",
        cause);
  }

  void close() {
    lock.lock();
    try {
      if (!closed) {
        closed = true;
        open = null;
        managers.close();
      }
    } finally {
      lock.unlock();
    }
  }
}
