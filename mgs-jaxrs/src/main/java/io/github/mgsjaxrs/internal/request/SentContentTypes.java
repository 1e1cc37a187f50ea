package io.github.mgsjaxrs.internal.request;

import io.github.mgsjaxrs.request.ContentType;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * All values of {@code Content-Type} that came with a request, and what somebody might take them
 * for: no signature covers the header, and where it can be read in several ways, a sender could
 * choose what each reader makes of the body.
 *
 * <p>As everybody reads it, {@link ContentType} does.
 */
public final class SentContentTypes {

  private static final String MULTIPART = "multipart";
  private static final String FORM = "x-www-form-urlencoded";
  private static final String CHARSET = "charset";

  private static final Pattern UTF_8_ALONE =
      Pattern.compile(
          "(?:(?!charset).)*;[ \\t]*charset=\"?utf-?8\"?[ \\t]*(?:;(?:(?!charset).)*)?");

  private final List<String> values;
  private final ContentType first;

  /**
   * Reads the first of them, once for all who ask.
   *
   * @param values each as it was sent
   */
  public SentContentTypes(List<String> values) {
    this.values = values;
    this.first = ContentType.of(values.isEmpty() ? null : values.get(0));
  }

  public List<String> values() {
    return values;
  }

  /** The first, as everybody reads it; one that says nothing where none was sent. */
  public ContentType first() {
    return first;
  }

  public boolean areNone() {
    return values.isEmpty();
  }

  /**
   * Whether somebody may read a form, or parts, where another body was signed: some compare types
   * by how they begin, some without blanks, some look for one in the whole header, and to some a
   * wildcard fits them all, or whatever has no slash.
   */
  public boolean mayBeOfAnotherBody() {
    for (int i = 0; i < values.size(); i++) {
      String value = values.get(i);
      ContentType read = i == 0 ? first : ContentType.of(value);
      int form = indexOf(FORM, value, 0);
      if (!read.isOneType()
          || (form >= 0 && (!read.isForm() || indexOf(FORM, value, form + 1) >= 0))) {
        return true;
      }
    }
    return false;
  }

  /**
   * Whether somebody may read parts: CXF looks for the types that it knows in the whole header, and
   * without blanks.
   */
  public boolean mayBeOfParts() {
    for (String value : values) {
      if (hasWildcard(value)) {
        return true;
      }
      for (int i = indexOf(MULTIPART, value, 0); i >= 0; i = indexOf(MULTIPART, value, i + 1)) {
        if (isBehindBlanks('/', value, i + MULTIPART.length())) {
          return true;
        }
      }
    }
    return false;
  }

  /** Whether somebody may read a charset. */
  public boolean mayDeclareCharset() {
    return values.stream().anyMatch(value -> value.toLowerCase(Locale.ROOT).contains(CHARSET));
  }

  /**
   * Whether somebody may read another charset than UTF-8: nobody declares one twice, or in another
   * parameter.
   */
  public boolean mayDeclareOtherThanUtf8() {
    return values.stream()
        .map(value -> value.toLowerCase(Locale.ROOT))
        .anyMatch(value -> value.contains(CHARSET) && !UTF_8_ALONE.matcher(value).matches());
  }

  private static boolean hasWildcard(String value) {
    int wildcard = value.indexOf('*');
    int semicolon = value.indexOf(';');
    return wildcard >= 0 && (semicolon < 0 || wildcard < semicolon);
  }

  private static boolean isBehindBlanks(char expected, String value, int from) {
    int at = from;
    while (at < value.length() && value.charAt(at) <= ' ') {
      at++;
    }
    return at < value.length() && value.charAt(at) == expected;
  }

  /** In upper case or lower. */
  private static int indexOf(String word, String value, int from) {
    for (int i = from; i <= value.length() - word.length(); i++) {
      if (value.regionMatches(true, i, word, 0, word.length())) {
        return i;
      }
    }
    return -1;
  }
}
