package io.github.mgsjaxrs.replay;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.benmanes.caffeine.jcache.spi.CaffeineCachingProvider;
import io.github.mgsjaxrs.MgsConfigurationException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.Map;
import javax.cache.CacheException;
import javax.cache.CacheManager;
import javax.cache.configuration.Configuration;
import javax.cache.configuration.MutableConfiguration;
import javax.cache.expiry.CreatedExpiryPolicy;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Caches that somebody else creates, and providers that go ways of their own. */
class JCacheLifetimeTest {

  private static final String NAME = "mgs-replay.rpc";

  private final CaffeineCachingProvider provider = new CaffeineCachingProvider();
  private final CacheManager caches = provider.getCacheManager();
  private final JCacheLifetime lifetime =
      JCacheLifetime.of(
          ReplaySettings.DEFAULT, Map.of(ReplayScope.RPC, Duration.ofSeconds(60)), ReplayScope.RPC);

  @AfterEach
  void closeProvider() {
    provider.close();
  }

  private static Configuration<Object, Object> forgettingAfter(long seconds) {
    return new MutableConfiguration<>()
        .setExpiryPolicyFactory(
            CreatedExpiryPolicy.factoryOf(new javax.cache.expiry.Duration(SECONDS, seconds)));
  }

  private interface Before {
    void call(String method, Object... arguments);
  }

  /** The manager, once something else happened. */
  private CacheManager with(Before before) {
    return (CacheManager)
        Proxy.newProxyInstance(
            CacheManager.class.getClassLoader(),
            new Class<?>[] {CacheManager.class},
            (proxy, method, arguments) -> {
              before.call(method.getName(), arguments);
              try {
                return method.invoke(caches, arguments);
              } catch (InvocationTargetException thrown) {
                throw thrown.getCause();
              }
            });
  }

  /** Two nodes that start at one time find no cache, and create it both. */
  private CacheManager createdMeanwhile(long seconds) {
    return with(
        (method, arguments) -> {
          if (method.equals("createCache")) {
            caches.createCache(NAME, forgettingAfter(seconds));
          }
        });
  }

  @Test
  void takesACacheThatSomebodyCreatesMeanwhile() {
    assertThat(lifetime.cacheIn(createdMeanwhile(121))).isSameAs(caches.getCache(NAME));
  }

  @Test
  void refusesACacheThatSomebodyCreatesMeanwhileAndThatForgetsTooEarly() {
    assertThatThrownBy(() -> lifetime.cacheIn(createdMeanwhile(120)))
        .isInstanceOf(MgsConfigurationException.class)
        .hasMessageContaining("The cache mgs-replay.rpc forgets after PT2M,");
  }

  @Test
  void tellsWhyACacheCannotBeCreated() {
    CacheManager full =
        with(
            (method, arguments) -> {
              if (method.equals("createCache")) {
                throw new CacheException("there is no room");
              }
            });
    assertThatThrownBy(() -> lifetime.cacheIn(full))
        .isInstanceOf(CacheException.class)
        .hasMessage("there is no room");
  }

  /** As JCache 1.0 wants it, and some providers still do. */
  @Test
  void asksForTheTypesWhereAProviderWantsToKnowThem() {
    caches.createCache(
        NAME, new MutableConfiguration<String, String>().setTypes(String.class, String.class));
    CacheManager typed =
        with(
            (method, arguments) -> {
              if (method.equals("getCache") && arguments.length == 1) {
                throw new IllegalArgumentException("the cache was declared with types");
              }
            });
    assertThat(lifetime.cacheIn(typed).putIfAbsent("t", "seen")).isTrue();
  }
}
