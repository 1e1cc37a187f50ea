package io.github.mgsjaxrs.replay;

import java.util.IdentityHashMap;
import java.util.function.Supplier;
import javax.cache.CacheManager;

/**
 * How many guards use a cache manager. JCache gives all who ask the same one and does not count
 * them, so that the first verifier to close would close the caches of the others.
 */
final class JCacheUse {

  // one for all verifiers of this library's class loader, as the managers are
  private static final IdentityHashMap<CacheManager, JCacheUse> OF_MANAGERS =
      new IdentityHashMap<>();

  private final boolean usedByOthers;
  private int guards;

  private JCacheUse(boolean usedByOthers) {
    this.usedByOthers = usedByOthers;
  }

  static CacheManager begin(Supplier<CacheManager> opening) {
    synchronized (OF_MANAGERS) {
      CacheManager manager = opening.get();
      OF_MANAGERS.computeIfAbsent(
              manager, found -> new JCacheUse(found.getCacheNames().iterator().hasNext()))
          .guards++;
      return manager;
    }
  }

  /** Closes the manager after its last guard, unless it was or is somebody else's too. */
  static void end(CacheManager manager, ReplaySettings settings) {
    synchronized (OF_MANAGERS) {
      JCacheUse use = OF_MANAGERS.get(manager);
      if (use == null || --use.guards > 0) {
        return;
      }
      OF_MANAGERS.remove(manager);
      if (use.usedByOthers || manager.isClosed()) {
        return;
      }
      for (String name : manager.getCacheNames()) {
        if (!name.startsWith(settings.cache() + '.')) {
          return;
        }
      }
      manager.close();
      if (settings.uri() == null) {
        // a provider that started a cluster member for its own manager ends it only then
        manager.getCachingProvider().close();
      }
    }
  }
}
