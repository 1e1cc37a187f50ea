package io.github.mgsjaxrs.internal.request;

import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The parameters behind the value of a header, such as {@code boundary} of {@code Content-Type} and
 * {@code filename} of {@code Content-Disposition}.
 *
 * <p>A backslash in quotation marks escapes a quotation mark or a backslash, and stands for itself
 * before anything else: some senders write whole paths of Windows.
 */
public final class HeaderParameters {

  private final String header;
  private final SortedMap<String, String> values = new TreeMap<>();
  private int position;

  private HeaderParameters(String header) {
    this.header = header;
  }

  public static HeaderParameters of(@Nullable String header) {
    HeaderParameters parameters = new HeaderParameters(header == null ? "" : header);
    parameters.read();
    return parameters;
  }

  /**
   * The first value under a name.
   *
   * @param name in lower case
   * @return the value without quotation marks, or null if there is none
   */
  public @Nullable String get(String name) {
    return values.get(name);
  }

  private void read() {
    until(";");
    while (position < header.length()) {
      position++;
      String name = until("=;").strip().toLowerCase(Locale.ROOT);
      if (position < header.length() && header.charAt(position) == '=') {
        position++;
        values.putIfAbsent(name, value());
      }
    }
  }

  private String value() {
    while (position < header.length() && Character.isWhitespace(header.charAt(position))) {
      position++;
    }
    if (position == header.length() || header.charAt(position) != '"') {
      return until(";").strip();
    }
    position++;
    String quoted = quoted();
    until(";");
    return quoted;
  }

  /** Reads up to one of some characters, or to the end. */
  private String until(String ends) {
    int start = position;
    while (position < header.length() && ends.indexOf(header.charAt(position)) < 0) {
      position++;
    }
    return header.substring(start, position);
  }

  private String quoted() {
    StringBuilder text = new StringBuilder();
    while (position < header.length() && header.charAt(position) != '"') {
      if (isEscape()) {
        position++;
      }
      text.append(header.charAt(position++));
    }
    return text.toString();
  }

  private boolean isEscape() {
    return header.charAt(position) == '\\'
        && position + 1 < header.length()
        && "\"\\".indexOf(header.charAt(position + 1)) >= 0;
  }
}
