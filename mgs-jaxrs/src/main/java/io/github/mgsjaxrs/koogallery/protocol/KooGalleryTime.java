package io.github.mgsjaxrs.koogallery.protocol;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.OptionalLong;

/**
 * The time at which KooGallery signed a request.
 *
 * <pre>{@code
 * KooGalleryTime.dateTime("20170621185532123"); // 1498071332123
 * KooGalleryTime.number("1680508066618", Notation.BOTH); // 1680508066618
 * }</pre>
 *
 * <p>Source: Huawei Cloud KooGallery, "SaaS access guide": version 1 sends UTC as {@code
 * yyyyMMddHHmmssSSS}, and its example has a fraction of fewer digits; version 2 milliseconds since
 * 1970 in all examples, and a page says seconds.
 */
public final class KooGalleryTime {

  private static final int SECONDS_DIGITS = 14;
  private static final int MILLIS_DIGITS = 17;
  private static final int EPOCH_SECONDS_DIGITS = 10;
  private static final int EPOCH_MILLIS_DIGITS = 13;
  private static final int NANOS = 1_000_000_000;

  /** Which numbers version 2 may send. */
  public enum Notation {
    /** Ten digits are seconds, thirteen are milliseconds. */
    BOTH,
    /** Thirteen digits. */
    MILLIS,
    /** Ten digits. */
    SECONDS
  }

  private KooGalleryTime() {}

  /**
   * Reads the {@code timeStamp} of version 1.
   *
   * @param written the value, anything a client may send
   * @return milliseconds since 1970, or empty where it is no time
   */
  public static OptionalLong dateTime(String written) {
    int length = written.length();
    if (length < SECONDS_DIGITS || length > MILLIS_DIGITS || !isDecimal(written)) {
      return OptionalLong.empty();
    }
    try {
      LocalDateTime time =
          LocalDateTime.of(
              digits(written, 0, 4),
              digits(written, 4, 6),
              digits(written, 6, 8),
              digits(written, 8, 10),
              digits(written, 10, 12),
              digits(written, 12, SECONDS_DIGITS),
              nanos(written));
      return OptionalLong.of(time.toInstant(ZoneOffset.UTC).toEpochMilli());
    } catch (DateTimeException noSuchTime) {
      return OptionalLong.empty();
    }
  }

  private static int digits(String written, int from, int to) {
    return Integer.parseInt(written, from, to, 10);
  }

  private static int nanos(String written) {
    int unit = NANOS;
    int nanos = 0;
    for (int i = SECONDS_DIGITS; i < written.length(); i++) {
      unit /= 10;
      nanos += unit * (written.charAt(i) - '0');
    }
    return nanos;
  }

  /**
   * Reads the {@code timestamp} of version 2.
   *
   * @param written the value, anything a client may send
   * @param notation which numbers are taken
   * @return milliseconds since 1970, or empty where it is no such number
   */
  public static OptionalLong number(String written, Notation notation) {
    if (!isDecimal(written)) {
      return OptionalLong.empty();
    }
    return switch (written.length()) {
      case EPOCH_MILLIS_DIGITS ->
          notation == Notation.SECONDS
              ? OptionalLong.empty()
              : OptionalLong.of(Long.parseLong(written));
      case EPOCH_SECONDS_DIGITS ->
          notation == Notation.MILLIS
              ? OptionalLong.empty()
              : OptionalLong.of(1000 * Long.parseLong(written));
      default -> OptionalLong.empty();
    };
  }

  private static boolean isDecimal(String written) {
    return written.chars().allMatch(c -> c >= '0' && c <= '9');
  }
}
