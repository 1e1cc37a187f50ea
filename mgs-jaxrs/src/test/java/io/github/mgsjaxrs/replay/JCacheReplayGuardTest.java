package io.github.mgsjaxrs.replay;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.benmanes.caffeine.jcache.spi.CaffeineCachingProvider;
import io.github.mgsjaxrs.MgsConfigurationException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.cache.Cache;
import javax.cache.CacheManager;
import javax.cache.configuration.MutableConfiguration;
import javax.cache.expiry.CreatedExpiryPolicy;
import javax.cache.expiry.EternalExpiryPolicy;
import javax.cache.expiry.ExpiryPolicy;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class JCacheReplayGuardTest {

  private static final Map<ReplayScope, Duration> WINDOWS =
      Map.of(
          ReplayScope.KOOGALLERY_V1, Duration.ofMinutes(5),
          ReplayScope.KOOGALLERY_V2, Duration.ofSeconds(60),
          ReplayScope.RPC, Duration.ofMinutes(5));
  private static final ReplaySettings ALL =
      ReplaySettings.DEFAULT.withGuarded(Set.of(ReplayScope.values()));
  private static final String TOKEN = ReplayToken.of("nonce", "n");

  // not that of Caching, whose manager other tests use
  private final CaffeineCachingProvider provider = new CaffeineCachingProvider();
  private final CacheManager manager = provider.getCacheManager();

  @AfterEach
  void closeProvider() {
    provider.close();
  }

  @Test
  void remembersARequest() {
    ReplayGuard guard = guard(ALL, WINDOWS);

    assertThat(guard.isFirst(ReplayScope.RPC, TOKEN)).isTrue();
    assertThat(guard.isFirst(ReplayScope.RPC, TOKEN)).isFalse();
    assertThat(guard.isFirst(ReplayScope.RPC, ReplayToken.of("nonce", "m"))).isTrue();
  }

  @Test
  void remembersEachKindOfRequestForItself() {
    ReplayGuard guard = guard(ALL, WINDOWS);

    for (ReplayScope scope : ReplayScope.values()) {
      assertThat(guard.isFirst(scope, TOKEN)).as(scope.word()).isTrue();
    }
    assertThat(manager.getCacheNames())
        .containsExactlyInAnyOrder(
            "mgs-replay.koogallery-v1", "mgs-replay.koogallery-v2", "mgs-replay.rpc");
  }

  @Test
  void opensNoCacheOfWhatIsNotGuarded() {
    ReplayGuard guard = guard(ReplaySettings.DEFAULT, WINDOWS);

    assertThat(manager.getCacheNames()).containsExactly("mgs-replay.koogallery-v2");
    assertThatThrownBy(() -> guard.isFirst(ReplayScope.RPC, TOKEN))
        .isInstanceOf(MgsConfigurationException.class)
        .hasMessageContaining("mgs.replay.guard")
        .hasMessageContaining("rpc");
  }

  @Test
  void servesExactlyOneOfAThousandAtOnce() throws Exception {
    ReplayGuard guard = guard(ALL, WINDOWS);
    ExecutorService threads = Executors.newFixedThreadPool(16);
    try {
      CountDownLatch start = new CountDownLatch(1);
      List<Future<Boolean>> asked = new ArrayList<>();
      for (int i = 0; i < 1_000; i++) {
        asked.add(
            threads.submit(
                () -> {
                  start.await();
                  return guard.isFirst(ReplayScope.KOOGALLERY_V2, TOKEN);
                }));
      }
      start.countDown();
      int first = 0;
      for (Future<Boolean> answer : asked) {
        first += answer.get(60, SECONDS) ? 1 : 0;
      }
      assertThat(first).isEqualTo(1);
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void createsCachesThatForgetASecondAfterTwiceTheWindow() {
    guard(ALL, WINDOWS);

    assertThat(lifetime("mgs-replay.koogallery-v2")).isEqualTo(Duration.ofSeconds(121));
    assertThat(lifetime("mgs-replay.koogallery-v1")).isEqualTo(Duration.ofSeconds(601));
  }

  @Test
  void forgetsARequestThatIsTooOldToBeAdmitted() throws Exception {
    ReplaySettings rpc = ReplaySettings.DEFAULT.withGuarded(Set.of(ReplayScope.RPC));
    ReplayGuard guard = guard(rpc, Map.of(ReplayScope.RPC, Duration.ofMillis(500)));
    long start = System.nanoTime();

    assertThat(guard.isFirst(ReplayScope.RPC, TOKEN)).isTrue();
    long deadline = start + SECONDS.toNanos(60);
    while (!guard.isFirst(ReplayScope.RPC, TOKEN)) {
      assertThat(System.nanoTime()).isLessThan(deadline);
      Thread.sleep(20);
    }

    assertThat(Duration.ofNanos(System.nanoTime() - start))
        .isGreaterThanOrEqualTo(Duration.ofMillis(1_990));
  }

  @Test
  void refusesACacheThatForgetsTooEarly() {
    cache("mgs-replay.koogallery-v2", 120);

    assertThatThrownBy(() -> guard(ReplaySettings.DEFAULT, WINDOWS))
        .isInstanceOf(MgsConfigurationException.class)
        .hasMessage(
            "The cache mgs-replay.koogallery-v2 forgets after PT2M, and a request is admitted for"
                + " up to twice its window of PT1M: let its entries expire PT2M1S after their"
                + " creation or later, or name other caches by mgs.replay.cache");
  }

  @Test
  void takesACacheThatRemembersForLonger() {
    Cache<Object, Object> there = cache("mgs-replay.koogallery-v2", 121);

    assertThat(guard(ReplaySettings.DEFAULT, WINDOWS).isFirst(ReplayScope.KOOGALLERY_V2, TOKEN))
        .isTrue();
    assertThat(there.containsKey(TOKEN)).isTrue();
  }

  @Test
  void takesACacheThatNeverForgets() {
    manager.createCache(
        "mgs-replay.koogallery-v2",
        new MutableConfiguration<>().setExpiryPolicyFactory(EternalExpiryPolicy.factoryOf()));

    assertThat(guard(ReplaySettings.DEFAULT, WINDOWS).isFirst(ReplayScope.KOOGALLERY_V2, TOKEN))
        .isTrue();
  }

  @Test
  void takesACacheOfStrings() {
    manager.createCache(
        "mgs-replay.koogallery-v2",
        new MutableConfiguration<String, String>().setTypes(String.class, String.class));

    ReplayGuard guard = guard(ReplaySettings.DEFAULT, WINDOWS);
    assertThat(guard.isFirst(ReplayScope.KOOGALLERY_V2, TOKEN)).isTrue();
    assertThat(guard.isFirst(ReplayScope.KOOGALLERY_V2, TOKEN)).isFalse();
  }

  @Test
  void opensACacheAnewThatSomebodyClosed() {
    ReplayGuard guard = guard(ReplaySettings.DEFAULT, WINDOWS);
    manager.destroyCache("mgs-replay.koogallery-v2");

    assertThat(guard.isFirst(ReplayScope.KOOGALLERY_V2, TOKEN)).isTrue();
  }

  @Test
  void cannotTellOnceTheCacheManagerIsClosed() {
    ReplayGuard guard = guard(ReplaySettings.DEFAULT, WINDOWS);
    manager.close();

    assertThatThrownBy(() -> guard.isFirst(ReplayScope.KOOGALLERY_V2, TOKEN))
        .isInstanceOf(ReplayUnavailableException.class)
        .hasMessageContaining("mgs-replay.*");
  }

  @Test
  void leavesTheApplicationsManagerOpen() throws Exception {
    ((AutoCloseable) guard(ReplaySettings.DEFAULT, WINDOWS)).close();

    assertThat(manager.isClosed()).isFalse();
    assertThat(manager.getCacheNames()).containsExactly("mgs-replay.koogallery-v2");
  }

  private ReplayGuard guard(ReplaySettings settings, Map<ReplayScope, Duration> windows) {
    return JCacheReplayGuard.in(manager).with(settings, windows);
  }

  private Cache<Object, Object> cache(String name, long seconds) {
    return manager.createCache(
        name,
        new MutableConfiguration<>()
            .setExpiryPolicyFactory(
                CreatedExpiryPolicy.factoryOf(new javax.cache.expiry.Duration(SECONDS, seconds))));
  }

  @SuppressWarnings("unchecked")
  private Duration lifetime(String name) {
    javax.cache.configuration.CompleteConfiguration<Object, Object> configuration =
        manager
            .getCache(name)
            .getConfiguration(javax.cache.configuration.CompleteConfiguration.class);
    ExpiryPolicy policy = configuration.getExpiryPolicyFactory().create();
    javax.cache.expiry.Duration found = policy.getExpiryForCreation();
    return Duration.ofMillis(found.getTimeUnit().toMillis(found.getDurationAmount()));
  }
}
