package io.github.mgsjaxrs.hazelcast;

import static java.util.concurrent.TimeUnit.MINUTES;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import com.hazelcast.config.CacheSimpleConfig;
import com.hazelcast.config.CacheSimpleConfig.ExpiryPolicyFactoryConfig;
import com.hazelcast.config.CacheSimpleConfig.ExpiryPolicyFactoryConfig.DurationConfig;
import com.hazelcast.config.CacheSimpleConfig.ExpiryPolicyFactoryConfig.TimedExpiryPolicyFactoryConfig;
import com.hazelcast.config.CacheSimpleConfig.ExpiryPolicyFactoryConfig.TimedExpiryPolicyFactoryConfig.ExpiryPolicyType;
import com.hazelcast.config.Config;
import io.github.mgsjaxrs.MgsConfigurationException;
import io.github.mgsjaxrs.replay.JCacheReplayGuard;
import io.github.mgsjaxrs.replay.ReplayGuard;
import io.github.mgsjaxrs.replay.ReplayScope;
import io.github.mgsjaxrs.replay.ReplaySettings;
import io.github.mgsjaxrs.replay.ReplayToken;
import io.github.mgsjaxrs.replay.ReplayUnavailableException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Two members in one JVM. */
@Timeout(value = 5, unit = MINUTES)
class ClusterGuardTest {

  private static final Map<ReplayScope, Duration> WINDOWS =
      Map.of(
          ReplayScope.KOOGALLERY_V1, Duration.ofMinutes(5),
          ReplayScope.KOOGALLERY_V2, Duration.ofSeconds(60),
          ReplayScope.RPC, Duration.ofMinutes(5));
  private static final ReplaySettings ALL =
      ReplaySettings.DEFAULT.withGuarded(Set.of(ReplayScope.values()));

  private static Member one;
  private static Member other;

  @BeforeAll
  static void startTheCluster() {
    one = Member.alone(ClusterGuardTest::withShortLived);
    other = Member.beside(one, ClusterGuardTest::withShortLived);
    assertThat(one.instance().getCluster().getMembers()).hasSize(2);
  }

  @AfterAll
  static void stopTheCluster() {
    if (other != null) {
      other.close();
    }
    if (one != null) {
      one.close();
    }
  }

  private static Config withShortLived(Config config) {
    return config.addCacheConfig(
        new CacheSimpleConfig()
            .setName("short.rpc")
            .setExpiryPolicyFactoryConfig(
                new ExpiryPolicyFactoryConfig(
                    new TimedExpiryPolicyFactoryConfig(
                        ExpiryPolicyType.CREATED, new DurationConfig(10, SECONDS)))));
  }

  @Test
  void remembersARequestAtTheOtherNode() {
    String token = ReplayToken.of("nonce", "at the other node");

    assertThat(guard(one, ALL).isFirst(ReplayScope.KOOGALLERY_V2, token)).isTrue();
    assertThat(guard(other, ALL).isFirst(ReplayScope.KOOGALLERY_V2, token)).isFalse();
    assertThat(guard(other, ALL).isFirst(ReplayScope.RPC, token)).isTrue();
  }

  @Test
  void letsExactlyOneOfAThousandPassAtBothNodesTogether() throws Exception {
    String token = ReplayToken.of("nonce", "a thousand times");
    List<ReplayGuard> guards = List.of(guard(one, ALL), guard(other, ALL));
    ExecutorService threads = Executors.newFixedThreadPool(32);
    try {
      CountDownLatch start = new CountDownLatch(1);
      List<Future<Boolean>> asked = new ArrayList<>();
      for (int i = 0; i < 1_000; i++) {
        ReplayGuard guard = guards.get(i % 2);
        asked.add(
            threads.submit(
                () -> {
                  start.await();
                  return guard.isFirst(ReplayScope.KOOGALLERY_V2, token);
                }));
      }
      start.countDown();
      int first = 0;
      for (Future<Boolean> answer : asked) {
        first += answer.get(2, MINUTES) ? 1 : 0;
      }
      assertThat(first).isEqualTo(1);
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void remembersMoreRequestsThanAnUndeclaredCacheWould() {
    ReplayGuard declared = guard(one, ALL);
    ReplayGuard undeclared = guard(one, ALL.withCache("undeclared"));

    assertThat(forgotten(declared)).isZero();
    assertThat(forgotten(undeclared)).isPositive();
  }

  private static int forgotten(ReplayGuard guard) {
    for (int i = 0; i < 20_000; i++) {
      guard.isFirst(ReplayScope.KOOGALLERY_V1, ReplayToken.of("signature", "s" + i));
    }
    int forgotten = 0;
    for (int i = 0; i < 20_000; i++) {
      if (guard.isFirst(ReplayScope.KOOGALLERY_V1, ReplayToken.of("signature", "s" + i))) {
        forgotten++;
      }
    }
    return forgotten;
  }

  /** Nobody would know otherwise that requests can be sent again, once there were many. */
  @Test
  void tellsOfTheBoundOfACacheThatItCreates() {
    ReplaySettings rpc = ReplaySettings.DEFAULT.withGuarded(Set.of(ReplayScope.RPC));
    List<String> told = new CopyOnWriteArrayList<>();
    Handler handler = telling(told);
    Logger logger = Logger.getLogger(JCacheReplayGuard.class.getName());
    logger.addHandler(handler);
    try {
      guard(one, rpc.withCache("bounded"));
      guard(other, rpc.withCache("bounded"));
    } finally {
      logger.removeHandler(handler);
    }

    assertThat(told)
        .filteredOn(line -> line.contains("bounded.rpc"))
        .singleElement(STRING)
        .startsWith("WARNING The cache bounded.rpc was created, and Hazelcast evicts entries")
        .endsWith("above twice the number of requests in PT10M1S");
  }

  private static Handler telling(List<String> told) {
    SimpleFormatter formatter = new SimpleFormatter();
    return new Handler() {
      @Override
      public void publish(LogRecord entry) {
        told.add(entry.getLevel() + " " + formatter.formatMessage(entry));
      }

      @Override
      public void flush() {}

      @Override
      public void close() {}
    };
  }

  @Test
  void forgetsARequestThatIsTooOldToBeAdmitted() throws Exception {
    ReplaySettings rpc =
        ReplaySettings.DEFAULT.withGuarded(Set.of(ReplayScope.RPC)).withCache("half-a-second");
    Map<ReplayScope, Duration> window = Map.of(ReplayScope.RPC, Duration.ofMillis(500));
    String token = ReplayToken.of("signature", "soon too old");
    ReplayGuard here = JCacheReplayGuard.in(one.caches()).with(rpc, window);
    ReplayGuard there = JCacheReplayGuard.in(other.caches()).with(rpc, window);
    long start = System.nanoTime();

    assertThat(here.isFirst(ReplayScope.RPC, token)).isTrue();
    while (!there.isFirst(ReplayScope.RPC, token)) {
      assertThat(System.nanoTime() - start).isLessThan(MINUTES.toNanos(2));
      Thread.sleep(20);
    }

    // the clocks that the members count by are of milliseconds
    assertThat(Duration.ofNanos(System.nanoTime() - start))
        .isGreaterThanOrEqualTo(Duration.ofMillis(1_950));
  }

  @Test
  void refusesADeclaredCacheThatForgetsTooEarly() {
    ReplaySettings tooShort =
        ReplaySettings.DEFAULT.withGuarded(Set.of(ReplayScope.RPC)).withCache("short");

    assertThatThrownBy(() -> guard(one, tooShort))
        .isInstanceOf(MgsConfigurationException.class)
        .hasMessageContaining("The cache short.rpc forgets after PT10S")
        .hasMessageContaining("PT10M1S")
        .hasMessageContaining("mgs.replay.cache");
  }

  @Test
  void remembersWhenAMemberIsGoneAndCannotTellThereAnyMore() {
    String token = ReplayToken.of("nonce", "before it went");
    Member leaving = Member.beside(one, ClusterGuardTest::withShortLived);
    ReplayGuard gone = guard(leaving, ALL);
    assertThat(gone.isFirst(ReplayScope.KOOGALLERY_V2, token)).isTrue();

    leaving.close();

    assertThat(guard(other, ALL).isFirst(ReplayScope.KOOGALLERY_V2, token)).isFalse();
    assertThatThrownBy(() -> gone.isFirst(ReplayScope.KOOGALLERY_V2, token))
        .isInstanceOf(ReplayUnavailableException.class)
        .hasMessageContaining("mgs-replay.*");
  }

  private static ReplayGuard guard(Member member, ReplaySettings settings) {
    return JCacheReplayGuard.in(member.caches()).with(settings, WINDOWS);
  }
}
