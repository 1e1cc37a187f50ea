package io.github.mgsjaxrs.internal.settings;

import io.github.mgsjaxrs.MgsConfigurationException;
import io.github.mgsjaxrs.internal.request.Escaping;
import java.nio.charset.Charset;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Reads the values of settings, each in the one form that its setting takes. */
public final class SettingValues {

  private static final Pattern SIZE = Pattern.compile("(\\d{1,19}) ?(KiB|MiB|GiB)?");
  private static final Pattern COUNT = Pattern.compile("\\d{1,10}");

  // about 136 years: what every scheduler of the JDK can count in nanoseconds
  private static final Duration LONGEST = Duration.ofSeconds(Integer.MAX_VALUE * 2L);

  private SettingValues() {}

  public static MgsConfigurationException wrong(String name, String found, String needed) {
    return new MgsConfigurationException(
        name + " is '" + Escaping.oneLine(found) + "': " + needed + " is needed");
  }

  /** One of a few words. */
  public static <T> T word(String name, String value, Map<String, T> words) {
    T meaning = words.get(value);
    if (meaning == null) {
      throw wrong(name, value, oneOf(new TreeSet<>(words.keySet())));
    }
    return meaning;
  }

  /** The lower-case words of an enumeration's constants. */
  public static <E extends Enum<E>> BiFunction<String, String, E> words(Class<E> type) {
    Map<String, E> words = wordsOf(type);
    return (name, value) -> word(name, value, words);
  }

  public static <E extends Enum<E>> Map<String, E> wordsOf(Class<E> type) {
    return EnumSet.allOf(type).stream()
        .collect(
            Collectors.toMap(
                constant -> constant.name().toLowerCase(Locale.ROOT).replace('_', '-'),
                Function.identity()));
  }

  private static String oneOf(Set<String> words) {
    return words.size() == 1
        ? words.iterator().next() + ", the only choice there is,"
        : "one of " + String.join(", ", words);
  }

  /** Bytes, plain or with a binary unit. */
  public static long size(String name, String value) {
    Matcher size = SIZE.matcher(value);
    String needed = "a size in bytes, or with KiB, MiB or GiB, such as 10 MiB,";
    if (!size.matches()) {
      throw wrong(name, value, needed);
    }
    try {
      long unit =
          switch (String.valueOf(size.group(2))) {
            case "KiB" -> 1L << 10;
            case "MiB" -> 1L << 20;
            case "GiB" -> 1L << 30;
            default -> 1;
          };
      return Math.multiplyExact(Long.parseLong(size.group(1)), unit);
    } catch (NumberFormatException | ArithmeticException tooLarge) {
      throw wrong(name, value, "a size of less than 8 EiB");
    }
  }

  /** As {@link #size}, where less than 2 GiB can be used. */
  public static int smallSize(String name, String value) {
    long size = size(name, value);
    if (size > Integer.MAX_VALUE) {
      throw wrong(name, value, "a size of less than 2 GiB");
    }
    return (int) size;
  }

  /** A number without a unit. */
  public static int count(String name, String value) {
    String needed = "a whole number from 0 to " + Integer.MAX_VALUE;
    if (!COUNT.matcher(value).matches() || Long.parseLong(value) > Integer.MAX_VALUE) {
      throw wrong(name, value, needed);
    }
    return Integer.parseInt(value);
  }

  /** An ISO-8601 duration, zero or more. */
  public static Duration duration(String name, String value) {
    String needed = "an ISO-8601 duration of zero or more, such as PT30S or PT5M,";
    try {
      Duration duration = Duration.parse(value);
      if (duration.isNegative() || duration.compareTo(LONGEST) > 0) {
        throw wrong(name, value, needed);
      }
      return duration;
    } catch (DateTimeParseException malformed) {
      throw wrong(name, value, needed);
    }
  }

  public static Charset charset(String name, String value) {
    try {
      return Charset.forName(value);
    } catch (IllegalArgumentException unknown) {
      throw wrong(
          name, value, "declared, or the name of a charset that this JVM knows, such as GBK,");
    }
  }

  public static Path path(String name, String value) {
    try {
      return Path.of(value);
    } catch (InvalidPathException malformed) {
      throw wrong(name, value, "the path of a directory");
    }
  }

  /**
   * Elements between commas, without the spaces around them; {@code \,} is a comma inside an
   * element, {@code \\} a backslash. Empty elements are left out (MicroProfile Config, "Array
   * Converters").
   */
  public static List<String> list(String value) {
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
