package io.github.mgsjaxrs.cdi.observability;

import java.time.Duration;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** Warns once a minute at most: strangers decide how many requests meet a fault. */
final class OnceAMinute {

  private static final long PAUSE = Duration.ofMinutes(1).toNanos();

  private final System.Logger logger;
  private final LongSupplier nanoTime;
  private boolean warned;
  private long last;
  private long since;

  OnceAMinute(System.Logger logger, LongSupplier nanoTime) {
    this.logger = logger;
    this.nanoTime = nanoTime;
  }

  synchronized void warn(String message, @Nullable Throwable cause) {
    long now = nanoTime.getAsLong();
    if (warned && now - last < PAUSE) {
      since++;
      return;
    }
    logger.log(
        System.Logger.Level.WARNING,
        since == 0 ? message : message + " (" + since + " more times since the last warning)",
        cause);
    warned = true;
    last = now;
    since = 0;
  }
}
