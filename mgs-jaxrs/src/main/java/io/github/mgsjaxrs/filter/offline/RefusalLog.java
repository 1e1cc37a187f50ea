package io.github.mgsjaxrs.filter.offline;

import io.github.mgsjaxrs.offline.PackageOutcome;
import io.github.mgsjaxrs.offline.RejectedPackage;
import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * Tells why packages are refused: what a sender can cause at DEBUG, what an operator has to mend as
 * an ERROR, once a minute at most, as strangers decide how many packages come.
 */
final class RefusalLog {

  private static final System.Logger LOG = System.getLogger("io.github.mgsjaxrs.offline");
  private static final long PAUSE = Duration.ofMinutes(1).toNanos();

  private final LongSupplier nanoTime;
  private long told;
  private boolean toldOnce;

  RefusalLog(LongSupplier nanoTime) {
    this.nanoTime = nanoTime;
  }

  void refused(RejectedPackage rejected) {
    if (rejected.outcome() == PackageOutcome.UNKNOWN) {
      unavailable(rejected.reason());
    } else {
      LOG.log(
          System.Logger.Level.DEBUG,
          () -> "Refused package (" + rejected.outcome().slug() + "): " + rejected.reason());
    }
  }

  private synchronized void unavailable(String reason) {
    long now = nanoTime.getAsLong();
    if (!toldOnce || now - told >= PAUSE) {
      told = now;
      toldOnce = true;
      LOG.log(System.Logger.Level.ERROR, "A package was answered 503: " + reason);
    }
  }
}
