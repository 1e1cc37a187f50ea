package io.github.mgsjaxrs.internal.log;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Tells each of an operator's faults once a minute at most, however many requests meet it, and how
 * many did: strangers decide how many requests come, and must not fill the log, nor keep one fault
 * out of it by another.
 */
public final class FaultLog {

  private static final long PAUSE = Duration.ofMinutes(1).toNanos();

  /** What more there is shares one clock, so that the log stays bounded, as what is kept does. */
  private static final int MOST_CLOCKS = 64;

  private final System.Logger logger;
  private final System.Logger.Level level;
  private final LongSupplier nanoTime;
  private final Map<String, Told> faults = new HashMap<>();
  private final Told others = new Told();
  private volatile boolean standing;

  /** Of faults that cost requests their answer. */
  public FaultLog(System.Logger logger) {
    this(logger, System.Logger.Level.ERROR, System::nanoTime);
  }

  /** Of faults of any weight. */
  public FaultLog(System.Logger logger, System.Logger.Level level) {
    this(logger, level, System::nanoTime);
  }

  public FaultLog(System.Logger logger, System.Logger.Level level, LongSupplier nanoTime) {
    this.logger = logger;
    this.level = level;
    this.nanoTime = nanoTime;
  }

  /** When a fault was told, and how many requests have met it since. */
  private static final class Told {
    private long time;
    private boolean once;
    private long untold;

    boolean isDue(long now) {
      return !once || now - time >= PAUSE;
    }
  }

  /**
   * A request met the fault.
   *
   * @param message what was found, and what to change
   * @param cause what made it known, or null
   */
  public synchronized void met(String message, @Nullable Throwable cause) {
    Told told = of(message);
    long now = nanoTime.getAsLong();
    if (!told.isDue(now)) {
      told.untold++;
      return;
    }
    logger.log(
        level,
        told.untold == 0
            ? message
            : message + " (" + told.untold + " more requests " + met(told) + ")",
        cause);
    told.time = now;
    told.once = true;
    told.untold = 0;
    standing = true;
  }

  private String met(Told told) {
    return told == others
        ? "met this or other faults since one of them was last told"
        : "met it since it was last told";
  }

  private Told of(String message) {
    Told known = faults.get(message);
    if (known != null) {
      return known;
    }
    return faults.size() < MOST_CLOCKS
        ? faults.computeIfAbsent(message, first -> new Told())
        : others;
  }

  /**
   * A request did not meet it; costs next to nothing where none did.
   *
   * @param message what is well again
   */
  public void gone(String message) {
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
