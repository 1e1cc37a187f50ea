package io.github.mgsjaxrs.replay;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import com.github.benmanes.caffeine.jcache.spi.CaffeineCachingProvider;
import io.github.mgsjaxrs.MgsConfigurationException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import javax.cache.CacheException;
import javax.cache.CacheManager;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Caches of a cluster that comes and goes. */
class JCacheOpeningTest {

  private static final Map<ReplayScope, Duration> WINDOWS =
      Map.of(ReplayScope.RPC, Duration.ofMinutes(5));
  private static final ReplaySettings RPC =
      ReplaySettings.DEFAULT.withGuarded(Set.of(ReplayScope.RPC));

  private final CaffeineCachingProvider provider = new CaffeineCachingProvider();
  private final CacheManager caches = provider.getCacheManager();
  private final AtomicInteger asked = new AtomicInteger();
  private volatile boolean reachable;

  // counters of a JVM may begin anywhere, and pass their end
  private final AtomicLong clock = new AtomicLong(Long.MAX_VALUE - 5);
  private final JCacheOpening opening = opening(WINDOWS);

  @AfterEach
  void closeProvider() {
    provider.close();
  }

  private JCacheOpening opening(Map<ReplayScope, Duration> windows) {
    CacheManager cluster =
        (CacheManager)
            Proxy.newProxyInstance(
                CacheManager.class.getClassLoader(),
                new Class<?>[] {CacheManager.class},
                (proxy, method, arguments) -> {
                  asked.incrementAndGet();
                  if (!reachable) {
                    throw new CacheException("no member of the cluster answers");
                  }
                  try {
                    return method.invoke(caches, arguments);
                  } catch (InvocationTargetException thrown) {
                    throw thrown.getCause();
                  }
                });
    return new JCacheOpening(new JCacheManager.Given(cluster), RPC, windows, clock::get);
  }

  private void cannotBeOpened() {
    assertThatThrownBy(() -> opening.cache(ReplayScope.RPC))
        .isInstanceOf(ReplayUnavailableException.class)
        .hasMessageContaining("mgs-replay.*")
        .hasMessageContaining("no member of the cluster answers");
  }

  /** Else each request would wait for a cluster that is down. */
  @Test
  void triesAgainEveryFiveSecondsAtMost() {
    try (LogLines log = new LogLines(JCacheReplayGuard.class)) {
      opening.start();
      assertThat(log.lines())
          .singleElement(STRING)
          .startsWith("SEVERE The caches mgs-replay.* of JCache")
          .contains("no member of the cluster answers");
    }
    cannotBeOpened();
    reachable = true;
    clock.addAndGet(Duration.ofSeconds(5).toNanos() - 1);
    cannotBeOpened();
    assertThat(asked).hasValue(1);

    clock.incrementAndGet();
    assertThat(opening.cache(ReplayScope.RPC).getName()).isEqualTo("mgs-replay.rpc");
  }

  @Test
  void waitsFiveSecondsAfterEachFailure() {
    opening.start();
    clock.addAndGet(Duration.ofSeconds(60).toNanos());
    cannotBeOpened();
    cannotBeOpened();
    assertThat(asked).hasValue(2);
  }

  @Test
  void opensTheCachesOnce() {
    reachable = true;
    opening.start();
    int once = asked.get();
    assertThat(opening.cache(ReplayScope.RPC)).isSameAs(opening.cache(ReplayScope.RPC));
    opening.start();
    assertThat(asked).hasValue(once);
  }

  @Test
  void tellsEachRequestOfAWrongSettingAtOnce() {
    reachable = true;
    JCacheOpening wrong = opening(Map.of());
    for (int i = 0; i < 2; i++) {
      assertThatThrownBy(() -> wrong.cache(ReplayScope.RPC))
          .isInstanceOf(MgsConfigurationException.class)
          .hasMessage("No window is known for rpc of mgs.replay.guard");
    }
    assertThat(asked).hasValue(0);
  }

  /** A thread that kept the lock would let every other one wait for five seconds. */
  @Test
  void letsOtherThreadsInAfterItFailedAndAfterItWasClosed() throws Exception {
    opening.start();
    assertThat(failureOnAnotherThread()).hasMessageContaining("no member of the cluster answers");
    opening.close();
    assertThat(failureOnAnotherThread()).hasMessageContaining("the verifier is closed");
  }

  private Throwable failureOnAnotherThread() throws Exception {
    return CompletableFuture.supplyAsync(() -> catchThrowable(() -> opening.cache(ReplayScope.RPC)))
        .get(60, SECONDS);
  }

  @Test
  void opensNothingOnceItIsClosed() {
    reachable = true;
    assertThat(opening.cache(ReplayScope.RPC)).isNotNull();
    opening.close();
    assertThatThrownBy(() -> opening.cache(ReplayScope.RPC))
        .isInstanceOf(ReplayUnavailableException.class)
        .hasMessageContaining("the verifier is closed");
  }

  @Test
  void leavesAnInterruptToWhoeverInterrupted() {
    Thread.currentThread().interrupt();
    try {
      assertThatThrownBy(() -> opening.cache(ReplayScope.RPC))
          .isInstanceOf(ReplayUnavailableException.class)
          .hasMessageContaining("the request was interrupted");
    } finally {
      assertThat(Thread.interrupted()).isTrue();
    }
    assertThat(asked).hasValue(0);
  }
}
