package io.github.mgsjaxrs.conformance.suite;

import static org.assertj.core.api.Assertions.fail;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Waits, with a bound, for what a server does when it has the time. */
final class Settling {

  private static final Duration LONGEST = Duration.ofSeconds(90);

  private Settling() {}

  static <T> T until(String what, Supplier<T> found, Predicate<T> settled) {
    long start = System.nanoTime();
    T last = found.get();
    while (!settled.test(last)) {
      if (System.nanoTime() - start > LONGEST.toNanos()) {
        return fail("After %s it is not so that %s: %s", LONGEST, what, last);
      }
      LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
      last = found.get();
    }
    return last;
  }
}
