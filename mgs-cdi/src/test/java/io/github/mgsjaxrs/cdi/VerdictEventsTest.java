package io.github.mgsjaxrs.cdi;

import static io.github.mgsjaxrs.cdi.Application.settings;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.github.mgsjaxrs.Rejection;
import io.github.mgsjaxrs.SignatureAlgorithm;
import io.github.mgsjaxrs.cdi.observability.EventVerdictListener;
import io.github.mgsjaxrs.verifier.MgsVerifier;
import io.github.mgsjaxrs.verifier.VerdictEvent;
import io.github.mgsjaxrs.verifier.VerdictListener;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.ObservesAsync;
import java.time.Duration;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class VerdictEventsTest {

  private static final Map<String, String> KEYS =
      settings("mgs.keys.orders.algorithm", "MD5", "mgs.keys.orders.salt", "salt");

  private static final VerdictEvent VERIFIED =
      new VerdictEvent(
          VerdictEvent.Outcome.VERIFIED,
          null,
          SignatureAlgorithm.MD5,
          "orders",
          "GET",
          "/orders",
          0,
          Duration.ofMillis(1));

  private static final VerdictEvent REJECTED =
      new VerdictEvent(
          VerdictEvent.Outcome.REJECTED,
          Rejection.SIGNATURE_MISMATCH,
          SignatureAlgorithm.MD5,
          "orders",
          "POST",
          "/orders",
          7,
          Duration.ofMillis(2));

  @ApplicationScoped
  static class Watch {
    final BlockingQueue<VerdictEvent> seen = new LinkedBlockingQueue<>();
    final BlockingQueue<Thread> threads = new LinkedBlockingQueue<>();

    void told(@ObservesAsync VerdictEvent event) {
      threads.add(Thread.currentThread());
      seen.add(event);
    }

    BlockingQueue<VerdictEvent> seen() {
      return seen;
    }

    BlockingQueue<Thread> threads() {
      return threads;
    }
  }

  @ApplicationScoped
  static class SynchronousWatch {
    void told(@Observes VerdictEvent event) {
      throw new IllegalStateException("on the request's thread");
    }
  }

  @ApplicationScoped
  static class FailingWatch {
    void told(@ObservesAsync VerdictEvent event) {
      throw new IllegalStateException("an observer's own fault");
    }
  }

  @ApplicationScoped
  static class SlowWatch {
    final CountDownLatch released = new CountDownLatch(1);
    final BlockingQueue<VerdictEvent> seen = new LinkedBlockingQueue<>();

    void told(@ObservesAsync VerdictEvent event) throws InterruptedException {
      released.await(60, TimeUnit.SECONDS);
      seen.add(event);
    }

    void release() {
      released.countDown();
    }

    BlockingQueue<VerdictEvent> seen() {
      return seen;
    }
  }

  private static VerdictListener listener() {
    return ServiceLoader.load(VerdictListener.class).stream()
        .map(ServiceLoader.Provider::get)
        .filter(EventVerdictListener.class::isInstance)
        .findFirst()
        .orElseThrow();
  }

  @Test
  void tellsAsynchronousObserversOnAnotherThread() throws Exception {
    try (Application application = Application.start(KEYS, Watch.class)) {
      Watch watch = application.container().select(Watch.class).get();
      VerdictListener listener = listener();
      assertThat(listener.listensTo(application.verifier())).isTrue();

      listener.told(VERIFIED);
      assertThat(watch.seen().poll(60, TimeUnit.SECONDS)).isEqualTo(VERIFIED);
      listener.told(REJECTED);
      assertThat(watch.seen().poll(60, TimeUnit.SECONDS)).isEqualTo(REJECTED);
      assertThat(watch.threads()).doesNotContain(Thread.currentThread());
    }
  }

  @Test
  void listensToNothingWhereNobodyObservesAsynchronously() {
    try (Application application = Application.start(KEYS, SynchronousWatch.class)) {
      assertThat(listener().listensTo(application.verifier())).isFalse();
    }
  }

  @Test
  void listensToNothingWhereNoContainerRuns() {
    try (MgsVerifier verifier =
        MgsVerifier.builder().salt("orders", SignatureAlgorithm.MD5, "salt").build()) {
      VerdictListener listener = listener();
      assertThat(listener.listensTo(verifier)).isFalse();
      assertThatCode(() -> listener.told(VERIFIED)).doesNotThrowAnyException();
    }
  }

  @Test
  void goesOnTellingAfterAnObserverFailed() throws Exception {
    try (Application application = Application.start(KEYS, Watch.class, FailingWatch.class)) {
      Watch watch = application.container().select(Watch.class).get();
      VerdictListener listener = listener();
      assertThat(listener.listensTo(application.verifier())).isTrue();
      for (int i = 0; i < 10; i++) {
        listener.told(REJECTED);
        assertThat(watch.seen().poll(60, TimeUnit.SECONDS)).isEqualTo(REJECTED);
      }
    }
  }

  @Test
  void dropsVerdictsInsteadOfPilingThemUpBeforeASlowObserver() throws Exception {
    try (Application application = Application.start(KEYS, SlowWatch.class)) {
      SlowWatch watch = application.container().select(SlowWatch.class).get();
      VerdictListener listener = listener();
      assertThat(listener.listensTo(application.verifier())).isTrue();
      for (int i = 0; i < 3000; i++) {
        listener.told(REJECTED);
      }
      watch.release();
      for (int i = 0; i < 1000; i++) {
        assertThat(watch.seen().poll(60, TimeUnit.SECONDS)).isEqualTo(REJECTED);
      }
      assertThat(watch.seen().poll(200, TimeUnit.MILLISECONDS)).isNull();
      // the last of them may still be on its way back
      for (int i = 0; i < 100 && watch.seen().isEmpty(); i++) {
        listener.told(VERIFIED);
        VerdictEvent again = watch.seen().poll(1, TimeUnit.SECONDS);
        if (again != null) {
          assertThat(again).isEqualTo(VERIFIED);
          return;
        }
      }
      throw new AssertionError("nothing was told any more");
    }
  }
}
