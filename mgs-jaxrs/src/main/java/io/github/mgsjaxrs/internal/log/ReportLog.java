package io.github.mgsjaxrs.internal.log;

import io.github.mgsjaxrs.Rejected;
import io.github.mgsjaxrs.Rejection;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.LongSupplier;

/** Counts what report mode lets pass, and says every hour that nothing is refused. */
public final class ReportLog {

  private static final System.Logger LOG = System.getLogger(ReportLog.class.getName());
  private static final long HOUR = Duration.ofHours(1).toNanos();

  private final Map<Rejection, LongAdder> counts = new EnumMap<>(Rejection.class);
  private final LongSupplier nanoTime;
  private final AtomicLong lastWarning;

  public ReportLog(LongSupplier nanoTime) {
    this.nanoTime = nanoTime;
    for (Rejection rejection : Rejection.values()) {
      counts.put(rejection, new LongAdder());
    }
    this.lastWarning = new AtomicLong(nanoTime.getAsLong());
  }

  /** Whether the reason of what would be refused is written to the log. */
  public static boolean isWritten() {
    return LOG.isLoggable(System.Logger.Level.INFO);
  }

  private LongAdder count(Rejection rejection) {
    return Objects.requireNonNull(counts.get(rejection));
  }

  public void started() {
    LOG.log(
        System.Logger.Level.WARNING,
        "mgs.mode is report: requests whose signature is missing or wrong are SERVED and only"
            + " counted. Set mgs.mode=enforce to refuse them.");
  }

  public void wouldRefuse(Rejected rejected) {
    count(rejected.rejection()).increment();
    LOG.log(
        System.Logger.Level.INFO,
        () ->
            "Would be refused ("
                + rejected.rejection().slug()
                + "), served as mgs.mode is report: "
                + rejected.reason());
  }

  /** Called for each request, so that no thread is needed. */
  public void remind() {
    long now = nanoTime.getAsLong();
    long last = lastWarning.get();
    if (now - last >= HOUR && lastWarning.compareAndSet(last, now)) {
      LOG.log(
          System.Logger.Level.WARNING,
          () -> "mgs.mode is still report; so far it would have refused " + summary());
    }
  }

  /** How many requests would have been refused, by case. */
  public String summary() {
    StringBuilder summary = new StringBuilder();
    for (Rejection rejection : Rejection.values()) {
      long count = count(rejection).sum();
      if (count > 0) {
        summary
            .append(summary.isEmpty() ? "" : ", ")
            .append(count)
            .append(' ')
            .append(rejection.slug());
      }
    }
    return summary.isEmpty() ? "none" : summary.toString();
  }
}
