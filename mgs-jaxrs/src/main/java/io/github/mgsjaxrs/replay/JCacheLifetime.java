package io.github.mgsjaxrs.replay;

import io.github.mgsjaxrs.MgsConfigurationException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import javax.cache.Cache;
import javax.cache.CacheException;
import javax.cache.CacheManager;
import javax.cache.configuration.CompleteConfiguration;
import javax.cache.configuration.MutableConfiguration;
import javax.cache.expiry.CreatedExpiryPolicy;
import javax.cache.expiry.ExpiryPolicy;
import org.jspecify.annotations.Nullable;

/**
 * A cache by its name, and for how long it has to remember. A request is admitted from a window
 * before its time to a window after it, and a second is for clocks that are not quite the same.
 *
 * @param name the cache's name
 * @param window the scheme's window
 * @param needed how long a token has to be remembered
 */
record JCacheLifetime(String name, Duration window, Duration needed) {

  static JCacheLifetime of(
      ReplaySettings settings, Map<ReplayScope, Duration> windows, ReplayScope scope) {
    Duration window = windows.get(scope);
    if (window == null) {
      throw new MgsConfigurationException(
          "No window is known for " + scope.word() + " of mgs.replay.guard");
    }
    return new JCacheLifetime(
        settings.cacheName(scope), window, window.multipliedBy(2).plusSeconds(1));
  }

  /** The cache that is there, or a new one. */
  Cache<Object, Object> cacheIn(CacheManager manager) {
    Cache<Object, Object> there = find(manager);
    if (there == null) {
      try {
        Cache<Object, Object> created = manager.createCache(name, configuration());
        tellOfBounds(manager);
        return created;
      } catch (CacheException createdMeanwhile) {
        there = find(manager);
        if (there == null) {
          throw createdMeanwhile;
        }
      }
    }
    requireLongEnough(there);
    return there;
  }

  @SuppressWarnings("unchecked") // whatever its types, it is only asked for strings
  private @Nullable Cache<Object, Object> find(CacheManager manager) {
    try {
      return manager.getCache(name);
    } catch (IllegalArgumentException typed) {
      // some providers ask for the types of a cache that was declared with types
      Cache<?, ?> cache = manager.getCache(name, String.class, String.class);
      return (Cache<Object, Object>) cache;
    }
  }

  private MutableConfiguration<Object, Object> configuration() {
    return new MutableConfiguration<>()
        .setExpiryPolicyFactory(
            CreatedExpiryPolicy.factoryOf(
                new javax.cache.expiry.Duration(TimeUnit.MILLISECONDS, needed.toMillis())));
  }

  // what it evicts could be sent again, and JCache has no word for a bound
  private void tellOfBounds(CacheManager manager) {
    if (manager.getClass().getName().startsWith("com.hazelcast.")) {
      System.getLogger(JCacheReplayGuard.class.getName())
          .log(
              System.Logger.Level.WARNING,
              "The cache {0} was created, and Hazelcast evicts entries of such a cache beyond about"
                  + " 10,000: declare it in Hazelcast''s configuration, with an eviction size above"
                  + " twice the number of requests in {1}",
              name,
              needed);
    }
  }

  private void requireLongEnough(Cache<Object, Object> cache) {
    Duration found = lifetime(cache);
    if (found != null && found.compareTo(needed) < 0) {
      throw new MgsConfigurationException(
          "The cache "
              + name
              + " forgets after "
              + found
              + ", and a request is admitted for up to twice its window of "
              + window
              + ": let its entries expire "
              + needed
              + " after their creation or later, or name other caches by mgs.replay.cache");
    }
  }

  /** Null where it is never forgotten, or nobody can tell. */
  @SuppressWarnings("unchecked") // JCache's own way to ask
  private static @Nullable Duration lifetime(Cache<Object, Object> cache) {
    try {
      CompleteConfiguration<Object, Object> configuration =
          cache.getConfiguration(CompleteConfiguration.class);
      ExpiryPolicy policy = configuration.getExpiryPolicyFactory().create();
      javax.cache.expiry.Duration found = policy.getExpiryForCreation();
      return found == null || found.isEternal()
          ? null
          : Duration.ofMillis(found.getTimeUnit().toMillis(found.getDurationAmount()));
    } catch (RuntimeException notTold) {
      // JCache lets a provider keep its configuration to itself
      return null;
    }
  }
}
