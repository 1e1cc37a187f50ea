package io.github.mgsjaxrs.internal.settings;

import java.time.Duration;

/** The forms of sizes, numbers and durations, each with the range that a value has to lie in. */
public final class Quantity {

  private Quantity() {}

  /** A size as operators write it: in the largest unit of which there is a whole number. */
  public static String written(long bytes) {
    return SettingValues.written(bytes);
  }

  /** Bytes, plain or with a binary unit. {@link Long#MAX_VALUE} is no bound. */
  public static Form<Long> bytes(long least, long most) {
    String range = range(least, most, most == Long.MAX_VALUE);
    return Form.ranged(
        SettingKind.BYTES, value -> size(value, least, most, range), SettingValues::written, range);
  }

  /** Bytes of which less than 2 GiB can be used. {@link Integer#MAX_VALUE} is no other bound. */
  public static Form<Integer> fewBytes(int least, int most) {
    String range = range(least, most, most == Integer.MAX_VALUE);
    return Form.ranged(
        SettingKind.BYTES,
        value -> (int) size(value, least, most, range),
        size -> SettingValues.written(size),
        range);
  }

  private static String range(long least, long most, boolean unbounded) {
    return SettingValues.written(least)
        + (unbounded ? " or more" : " to " + SettingValues.written(most));
  }

  private static long size(String value, long least, long most, String range) {
    long size = SettingValues.size(value);
    if (size > Integer.MAX_VALUE && most == Integer.MAX_VALUE) {
      throw SettingValues.needed("a size of less than 2 GiB");
    }
    if (size < least || size > most) {
      throw SettingValues.needed("a size of " + range);
    }
    return size;
  }

  /** A whole number. {@link Integer#MAX_VALUE} is no other bound than that of its type. */
  public static Form<Integer> count(int least, int most) {
    return Form.ranged(
        SettingKind.COUNT,
        value -> SettingValues.count(value, least, most),
        String::valueOf,
        least + (most == Integer.MAX_VALUE ? " or more" : " to " + most));
  }

  /** An ISO-8601 duration of zero or more. */
  public static Form<Duration> duration() {
    return Form.ranged(
        SettingKind.DURATION,
        SettingValues::duration,
        Duration::toString,
        Duration.ZERO + " or more");
  }

  /** An ISO-8601 duration between bounds. */
  public static Form<Duration> duration(Duration least, Duration most) {
    String range = least + " to " + most;
    return Form.ranged(
        SettingKind.DURATION,
        value -> {
          Duration duration = SettingValues.duration(value);
          if (duration.compareTo(least) < 0 || duration.compareTo(most) > 0) {
            throw SettingValues.needed("a duration of " + range);
          }
          return duration;
        },
        Duration::toString,
        range);
  }
}
