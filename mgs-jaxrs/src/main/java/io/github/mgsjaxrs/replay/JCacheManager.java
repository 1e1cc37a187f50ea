package io.github.mgsjaxrs.replay;

import io.github.mgsjaxrs.MgsConfigurationException;
import io.github.mgsjaxrs.internal.request.Escaping;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javax.cache.CacheException;
import javax.cache.CacheManager;
import javax.cache.Caching;
import javax.cache.spi.CachingProvider;
import org.jspecify.annotations.Nullable;

/** Where the cache manager comes from. */
sealed interface JCacheManager {

  /** What to do where there is no provider. */
  String MISSING =
      "mgs.replay.guard needs a JCache provider, and there is none on the class path: add one, such"
          + " as com.github.ben-manes.caffeine:jcache for a single node, or set"
          + " mgs.replay.guard=none, and requests can be sent again";

  /** The cache manager, opened if it is not open. */
  CacheManager open();

  /** Lets go of it. */
  void close();

  /**
   * The application's own.
   *
   * @param manager opened and closed by the application
   */
  record Given(CacheManager manager) implements JCacheManager {

    @Override
    public CacheManager open() {
      return manager;
    }

    @Override
    public void close() {
      // its owner does
    }
  }

  /** That of a provider, which others may use too. */
  final class OfProvider implements JCacheManager {

    private final ReplaySettings settings;
    private @Nullable CacheManager opened;

    OfProvider(ReplaySettings settings) {
      this.settings = settings;
    }

    @Override
    public CacheManager open() {
      // not another one if somebody closed it: that would start a cluster member in an application
      // that ends
      if (opened == null) {
        CachingProvider provider = provider();
        // a provider may wait for its cluster, and nobody would know for what the start waits
        System.getLogger(JCacheReplayGuard.class.getName())
            .log(
                System.Logger.Level.INFO,
                "Opens the caches {0}.* of {1}, to remember requests that are served once",
                settings.cache(),
                provider.getClass().getName());
        // a cluster takes other class loaders, which differ from node to node, into a cache's name
        opened =
            JCacheUse.begin(
                () -> provider.getCacheManager(settings.uri(), provider.getDefaultClassLoader()));
      }
      return opened;
    }

    @Override
    public void close() {
      if (opened != null) {
        JCacheUse.end(opened, settings);
      }
    }

    private CachingProvider provider() {
      ClassLoader application = Thread.currentThread().getContextClassLoader();
      ClassLoader loader = application == null ? JCacheManager.class.getClassLoader() : application;
      return settings.provider() == null ? onlyOne(loader) : named(settings.provider(), loader);
    }

    private static CachingProvider named(String className, ClassLoader loader) {
      try {
        return Caching.getCachingProvider(className, loader);
      } catch (CacheException missing) {
        throw new MgsConfigurationException(
            "mgs.replay.provider is '"
                + Escaping.oneLine(className)
                + "', which cannot be loaded: name a class on the class path that implements"
                + " javax.cache.spi.CachingProvider",
            missing);
      }
    }

    private static CachingProvider onlyOne(ClassLoader loader) {
      List<CachingProvider> there = new ArrayList<>();
      Caching.getCachingProviders(loader).forEach(there::add);
      if (there.size() == 1) {
        return there.get(0);
      }
      throw new MgsConfigurationException(
          there.isEmpty()
              ? MISSING
              : "mgs.replay.guard needs a JCache provider, and there are several: set"
                  + " mgs.replay.provider to one of "
                  + there.stream()
                      .map(provider -> provider.getClass().getName())
                      .sorted()
                      .collect(Collectors.joining(", ")));
    }
  }
}
