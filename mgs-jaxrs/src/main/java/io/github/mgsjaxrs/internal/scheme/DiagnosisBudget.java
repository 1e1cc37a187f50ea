package io.github.mgsjaxrs.internal.scheme;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * How many mismatches a server explains: sixty at once after a quiet minute, then one a second, and
 * never two at a time. A stranger decides how many mismatches there are, and one takes as long as
 * some hundred verifications.
 */
public final class DiagnosisBudget {

  private static final int MOST = 60;
  private static final long NANOS_EACH = Duration.ofSeconds(1).toNanos();

  private final LongSupplier nanoTime;
  private long counted;
  private int left = MOST;
  private boolean busy;

  public DiagnosisBudget(LongSupplier nanoTime) {
    this.nanoTime = nanoTime;
    this.counted = nanoTime.getAsLong();
  }

  /** Whether one more may be explained now; then {@link #giveBack()} has to follow. */
  public synchronized boolean take() {
    long now = nanoTime.getAsLong();
    long earned = (now - counted) / NANOS_EACH;
    counted += earned * NANOS_EACH;
    left = (int) Math.min(MOST, left + earned);
    if (busy || left == 0) {
      return false;
    }
    left--;
    busy = true;
    return true;
  }

  /** Tells that it is done. */
  public synchronized void giveBack() {
    busy = false;
  }
}
