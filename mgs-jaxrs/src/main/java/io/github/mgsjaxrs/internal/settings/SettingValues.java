package io.github.mgsjaxrs.internal.settings;

import java.nio.charset.Charset;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the values of settings. What is thrown says what is needed; whoever knows the setting adds
 * its name and what was found.
 */
final class SettingValues {

  private static final Pattern SIZE = Pattern.compile("(\\d{1,19}) ?(KiB|MiB|GiB)?");
  private static final Pattern COUNT = Pattern.compile("\\d{1,10}");
  private static final List<String> UNITS = List.of("GiB", "MiB", "KiB");

  // about 136 years: what every scheduler of the JDK can count in nanoseconds
  static final Duration LONGEST = Duration.ofSeconds(Integer.MAX_VALUE * 2L);

  private SettingValues() {}

  static IllegalArgumentException needed(String what) {
    return new IllegalArgumentException(what + " is needed");
  }

  /** Bytes, plain or with a binary unit. */
  static long size(String value) {
    Matcher size = SIZE.matcher(value);
    if (!size.matches()) {
      throw needed("a size in bytes, or with KiB, MiB or GiB, such as 10 MiB,");
    }
    try {
      String unit = size.group(2);
      return Math.multiplyExact(Long.parseLong(size.group(1)), unit == null ? 1 : bytes(unit));
    } catch (NumberFormatException | ArithmeticException tooLarge) {
      throw needed("a size of less than 8 EiB");
    }
  }

  private static long bytes(String unit) {
    return 1L << (10 * (UNITS.size() - UNITS.indexOf(unit)));
  }

  /** In the largest unit of which there is a whole number. */
  static String written(long size) {
    for (String unit : UNITS) {
      if (size > 0 && size % bytes(unit) == 0) {
        return size / bytes(unit) + " " + unit;
      }
    }
    return Long.toString(size);
  }

  /** A number without a unit. */
  static int count(String value, int least, int most) {
    if (!COUNT.matcher(value).matches()
        || Long.parseLong(value) < least
        || Long.parseLong(value) > most) {
      throw needed("a whole number from " + least + " to " + most);
    }
    return Integer.parseInt(value);
  }

  /** An ISO-8601 duration, zero or more. */
  static Duration duration(String value) {
    String needed = "an ISO-8601 duration of zero or more, such as PT30S or PT5M,";
    try {
      Duration duration = Duration.parse(value);
      if (duration.isNegative() || duration.compareTo(LONGEST) > 0) {
        throw needed(needed);
      }
      return duration;
    } catch (DateTimeParseException malformed) {
      throw needed(needed);
    }
  }

  static Charset charset(String value) {
    try {
      return Charset.forName(value);
    } catch (IllegalArgumentException unknown) {
      throw needed("declared, or the name of a charset that this JVM knows, such as GBK,");
    }
  }

  static Path path(String value) {
    try {
      return Path.of(value);
    } catch (InvalidPathException malformed) {
      throw needed("the path of a directory");
    }
  }

  /**
   * Elements between commas, without the spaces around them; {@code \,} is a comma inside an
   * element, {@code \\} a backslash. Empty elements are left out (MicroProfile Config, "Array
   * Converters").
   */
  static List<String> list(String value) {
    List<String> elements = new ArrayList<>();
    StringBuilder element = new StringBuilder();
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c == '\\' && i + 1 < value.length()) {
        element.append(value.charAt(++i));
      } else if (c == ',') {
        addElement(elements, element);
        element.setLength(0);
      } else {
        element.append(c);
      }
    }
    addElement(elements, element);
    return elements;
  }

  private static void addElement(List<String> elements, StringBuilder element) {
    String stripped = element.toString().strip();
    if (!stripped.isEmpty()) {
      elements.add(stripped);
    }
  }
}
