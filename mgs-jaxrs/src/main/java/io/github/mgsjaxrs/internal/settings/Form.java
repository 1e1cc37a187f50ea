package io.github.mgsjaxrs.internal.settings;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How the value of a setting is written: what an operator may write, and what becomes of it.
 *
 * @param <T> what it becomes
 */
public final class Form<T> {

  /** A text, without the spaces around it. */
  public static final Form<String> TEXT = text(Function.identity());

  /** A text with every space in it. */
  public static final Form<String> EXACT_TEXT = exactText(Function.identity(), Function.identity());

  /** A text with every space in it, which may also be empty. */
  public static final Form<String> EXACT_OR_EMPTY_TEXT =
      new Form<>(
          SettingKind.EXACT_TEXT, Function.identity(), Function.identity(), List.of(), null, true);

  /** A salt, a password: taken exactly, and never shown. */
  public static final Form<String> SECRET = of(SettingKind.SECRET, Function.identity());

  /** A public key as text, taken exactly; too long to be shown. */
  public static final Form<String> PUBLIC_KEY = of(SettingKind.PUBLIC_KEY, Function.identity());

  /** The path of a directory. */
  public static final Form<Path> PATH = of(SettingKind.PATH, SettingValues::path);

  /** A URI. */
  public static final Form<URI> ANY_URI = of(SettingKind.URI, Form::uri);

  /** A charset, or the word {@code declared} for none in particular. */
  public static final Form<Optional<Charset>> CHARSET =
      new Form<>(
          SettingKind.CHARSET,
          value ->
              value.equals("declared")
                  ? Optional.empty()
                  : Optional.of(SettingValues.charset(value)),
          charset -> charset.map(Charset::name).orElse("declared"),
          List.of(),
          null,
          false);

  /** {@code true} or {@code false}. */
  public static final Form<Boolean> TRUE_OR_FALSE = words(Map.of("true", true, "false", false));

  private final SettingKind kind;
  private final Function<String, T> reading;
  private final Function<T, String> writing;
  private final List<String> words;
  private final @Nullable String range;
  private final boolean takesEmpty;

  private Form(
      SettingKind kind,
      Function<String, T> reading,
      Function<T, String> writing,
      List<String> words,
      @Nullable String range,
      boolean takesEmpty) {
    this.kind = kind;
    this.reading = reading;
    this.writing = writing;
    this.words = words;
    this.range = range;
    this.takesEmpty = takesEmpty;
  }

  private static <T> Form<T> of(SettingKind kind, Function<String, T> reading) {
    return new Form<>(kind, reading, String::valueOf, List.of(), null, false);
  }

  /** A quantity between bounds. */
  static <T> Form<T> ranged(
      SettingKind kind, Function<String, T> reading, Function<T, String> writing, String range) {
    return new Form<>(kind, reading, writing, List.of(), range, false);
  }

  /** A text without the spaces around it, read further by what refuses it or gives it back. */
  public static Form<String> text(Function<String, String> check) {
    return of(SettingKind.TEXT, check);
  }

  /** A text with every space in it, as something is written down. */
  public static <T> Form<T> exactText(Function<String, T> reading, Function<T, String> writing) {
    return new Form<>(SettingKind.EXACT_TEXT, reading, writing, List.of(), null, false);
  }

  /** One of a few words. */
  public static <T> Form<T> words(Map<String, T> meanings) {
    List<String> words = List.copyOf(new TreeSet<>(meanings.keySet()));
    return new Form<>(
        SettingKind.CHOICE,
        value -> {
          T meaning = meanings.get(value);
          if (meaning == null) {
            throw SettingValues.needed("one of " + String.join(", ", words));
          }
          return meaning;
        },
        meaning ->
            words.stream()
                .filter(word -> meaning.equals(meanings.get(word)))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("No word means " + meaning)),
        words,
        null,
        false);
  }

  /** One of the constants, by their lower-case words. */
  public static <E extends Enum<E>> Form<E> words(Class<E> type) {
    return words(
        EnumSet.allOf(type).stream()
            .collect(
                Collectors.toMap(
                    constant -> constant.name().toLowerCase(Locale.ROOT).replace('_', '-'),
                    Function.identity())));
  }

  private static URI uri(String value) {
    try {
      return new URI(value);
    } catch (URISyntaxException malformed) {
      throw SettingValues.needed("a URI");
    }
  }

  /**
   * Reads a value.
   *
   * @throws IllegalArgumentException that says what is needed
   */
  T read(String value) {
    return reading.apply(value);
  }

  /** The value as an operator would write it. */
  String write(T value) {
    return writing.apply(value);
  }

  SettingKind kind() {
    return kind;
  }

  List<String> words() {
    return words;
  }

  @Nullable String range() {
    return range;
  }

  /** Whether an empty value is one, and does not count as not set. */
  boolean takesEmpty() {
    return takesEmpty;
  }
}
