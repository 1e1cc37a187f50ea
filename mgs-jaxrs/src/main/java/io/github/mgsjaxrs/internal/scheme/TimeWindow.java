package io.github.mgsjaxrs.internal.scheme;

import io.github.mgsjaxrs.Rejection;
import io.github.mgsjaxrs.internal.entity.RefusalException;
import io.github.mgsjaxrs.internal.request.Escaping;
import java.time.Duration;
import java.util.Locale;
import java.util.OptionalLong;

/** Whether a request was signed lately, by the clock of this machine. */
public final class TimeWindow {

  private TimeWindow() {}

  /**
   * Refuses what was signed too long ago, or is yet to be signed.
   *
   * @param millis when it was signed, in milliseconds since 1970; empty where that cannot be read
   * @param now the present
   * @param window how far the one may be away from the other
   * @param setting the setting of the window
   * @param written what the request has, for the log
   * @throws RefusalException if the time cannot be read, or lies outside the window
   */
  public static void requireWithin(
      OptionalLong millis, long now, Duration window, String setting, String written)
      throws RefusalException {
    if (millis.isEmpty()) {
      throw new RefusalException(Rejection.TIMESTAMP_MALFORMED, written);
    }
    if (!isWithin(millis.getAsLong(), now, window)) {
      throw new RefusalException(
          Rejection.TIMESTAMP_EXPIRED,
          "the timestamp lies "
              + (now - millis.getAsLong())
              + " ms before now, "
              + setting
              + " is "
              + window
              + ": are the clocks of both sides right?");
    }
  }

  /** That far away included, in either direction. */
  public static boolean isWithin(long millis, long now, Duration window) {
    return Math.abs(millis - now) <= window.toMillis();
  }

  /** What an operator reads of a timestamp that is none. */
  public static String unreadable(String name, String written, String setting, Enum<?> notation) {
    return name
        + " is '"
        + Escaping.oneLine(written)
        + "', and "
        + setting
        + " is "
        + notation.name().toLowerCase(Locale.ROOT);
  }
}
