package io.github.mgsjaxrs.filter.offline;

import io.github.mgsjaxrs.internal.log.FaultLog;
import io.github.mgsjaxrs.offline.PackageOutcome;
import io.github.mgsjaxrs.offline.RejectedPackage;
import java.util.function.LongSupplier;

/**
 * Tells why packages are refused: what a sender can cause at DEBUG, what an operator has to mend as
 * an ERROR, once a minute at most, as strangers decide how many packages come.
 */
final class RefusalLog {

  private static final System.Logger LOG = System.getLogger("io.github.mgsjaxrs.offline");

  private final FaultLog faults;

  RefusalLog(LongSupplier nanoTime) {
    this.faults = new FaultLog(LOG, System.Logger.Level.ERROR, nanoTime);
  }

  void refused(RejectedPackage rejected) {
    if (rejected.outcome() == PackageOutcome.UNKNOWN) {
      faults.met("A package was answered 503: " + rejected.reason(), null);
    } else {
      LOG.log(
          System.Logger.Level.DEBUG,
          () -> "Refused package (" + rejected.outcome().slug() + "): " + rejected.reason());
    }
  }
}
