package io.github.mgsjaxrs.filter;

import java.time.Duration;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Tells an operator's fault once a minute at most, however many requests meet it, and how many did:
 * strangers decide how many requests come, and must not fill the log.
 */
final class FaultLog {

  private static final long PAUSE = Duration.ofMinutes(1).toNanos();

  private final System.Logger logger;
  private final LongSupplier nanoTime;
  private long told;
  private boolean toldOnce;
  private long untold;
  private volatile boolean standing;

  FaultLog(System.Logger logger) {
    this(logger, System::nanoTime);
  }

  FaultLog(System.Logger logger, LongSupplier nanoTime) {
    this.logger = logger;
    this.nanoTime = nanoTime;
  }

  /**
   * A request met the fault.
   *
   * @param message what was found, and what to change
   * @param cause what made it known, or null
   */
  synchronized void met(String message, @Nullable Throwable cause) {
    long now = nanoTime.getAsLong();
    if (toldOnce && now - told < PAUSE) {
      untold++;
      return;
    }
    logger.log(
        System.Logger.Level.ERROR,
        untold == 0
            ? message
            : message + " (" + untold + " more requests met it since it was last told)",
        cause);
    told = now;
    toldOnce = true;
    untold = 0;
    standing = true;
  }

  /**
   * A request did not meet it; costs next to nothing where none did.
   *
   * @param message what is well again
   */
  void gone(String message) {
    if (standing) {
      tellGone(message);
    }
  }

  private synchronized void tellGone(String message) {
    if (standing) {
      standing = false;
      logger.log(System.Logger.Level.INFO, message);
    }
  }
}
