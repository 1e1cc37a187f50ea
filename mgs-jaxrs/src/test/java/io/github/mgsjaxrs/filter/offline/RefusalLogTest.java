package io.github.mgsjaxrs.filter.offline;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mgsjaxrs.offline.PackageOutcome;
import io.github.mgsjaxrs.offline.RejectedPackage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RefusalLogTest {

  private static final RejectedPackage NO_ROOM =
      new RejectedPackage(PackageOutcome.UNKNOWN, "there is no room");
  private static final RejectedPackage ALTERED =
      new RejectedPackage(PackageOutcome.VERIFICATION_FAILED, "the signature does not match");

  private final Logger logger = Logger.getLogger("io.github.mgsjaxrs.offline");
  private final Lines lines = new Lines();
  // counters of a JVM may begin anywhere, and pass their end
  private final AtomicLong clock = new AtomicLong(Long.MAX_VALUE - 5);
  private final RefusalLog log = new RefusalLog(clock::get);

  @BeforeEach
  void listen() {
    logger.setLevel(Level.FINE);
    logger.addHandler(lines);
  }

  @AfterEach
  void leave() {
    // its level stays, as other tests listen too
    logger.removeHandler(lines);
  }

  @Test
  void tellsWhatSendersCauseToThoseAloneWhoAskForIt() {
    log.refused(ALTERED);
    log.refused(ALTERED);
    assertThat(lines.told)
        .containsExactly(
            "FINE Refused package (verification-failed): the signature does not match",
            "FINE Refused package (verification-failed): the signature does not match");
  }

  @Test
  void tellsWhatAnOperatorHasToMendOnceAMinute() {
    String error = "SEVERE A package was answered 503: there is no room";
    log.refused(NO_ROOM);
    log.refused(NO_ROOM);
    clock.addAndGet(Duration.ofMinutes(1).toNanos() - 1);
    log.refused(NO_ROOM);
    assertThat(lines.told).containsExactly(error);
    clock.incrementAndGet();
    log.refused(NO_ROOM);
    log.refused(NO_ROOM);
    assertThat(lines.told)
        .containsExactly(error, error + " (2 more requests met it since it was last told)");
  }

  @Test
  void keepsOneFaultOutOfTheLogByNoOther() {
    log.refused(NO_ROOM);
    log.refused(new RejectedPackage(PackageOutcome.UNKNOWN, "there are no keys"));
    assertThat(lines.told)
        .containsExactly(
            "SEVERE A package was answered 503: there is no room",
            "SEVERE A package was answered 503: there are no keys");
  }

  /** What is logged of packages on this thread. */
  private static final class Lines extends Handler {

    private final Thread thread = Thread.currentThread();
    private final List<String> told = new ArrayList<>();

    private Lines() {
      setLevel(Level.ALL);
    }

    @Override
    public void publish(LogRecord entry) {
      if (Thread.currentThread() == thread) {
        told.add(entry.getLevel() + " " + entry.getMessage());
      }
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }
}
