package io.github.mgsjaxrs.request;

import io.github.mgsjaxrs.request.ContentType.Parameter;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The part of the grammar of media types (RFC 9110, section 8.3.1) that is read alike by everybody:
 * nothing that one reader could take for the end of a name or value, and another not; no comments,
 * escapes, control characters, and no parameter without a value.
 */
final class MediaTypeGrammar {

  /** What no token has in it (RFC 9110, section 5.6.2), and the wildcard. */
  private static final String NO_TOKEN = "\"(),/:;<=>?@[\\]{}*";

  /** What ends a value that is in no quotation marks, to whomever. */
  private static final String NO_VALUE = " \";,\\()";

  private static final int LONGEST_VALUE = 200;

  private final String text;
  private int position;

  private MediaTypeGrammar(String text, int position) {
    this.text = text;
    this.position = position;
  }

  /** Whether this is a type and a subtype, with nothing but blanks around them. */
  static boolean isOneType(String text) {
    MediaTypeGrammar reading = new MediaTypeGrammar(text, 0);
    reading.skipBlanks();
    if (!reading.skipToken() || !reading.skip('/') || !reading.skipToken()) {
      return false;
    }
    reading.skipBlanks();
    return reading.isAtEnd();
  }

  /**
   * All parameters.
   *
   * @param text what is behind the type, from the first semicolon on
   * @return the parameters; null if this is anything but parameters
   */
  static @Nullable List<Parameter> parameters(String text) {
    MediaTypeGrammar reading = new MediaTypeGrammar(text, 0);
    List<Parameter> read = new ArrayList<>();
    while (true) {
      reading.skipBlanks();
      if (!reading.skip(';')) {
        return reading.isAtEnd() ? read : null;
      }
      reading.skipBlanks();
      if (reading.isAtEnd()) {
        return read;
      }
      Parameter next = reading.readParameter();
      if (next == null) {
        return null;
      }
      read.add(next);
    }
  }

  /**
   * One parameter, whatever the others are like.
   *
   * @param name in any case; nothing else in the text has it in it
   * @param text what is behind the type, from the first semicolon on
   * @return the parameter; null if there is none that everybody reads
   */
  static @Nullable Parameter parameter(String name, String text) {
    if (text.indexOf('\\') >= 0) {
      return null;
    }
    boolean quoted = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"') {
        quoted = !quoted;
      } else if (c == ';' && !quoted) {
        Parameter found = new MediaTypeGrammar(text, i + 1).readWholeParameter();
        if (found != null && found.name().equalsIgnoreCase(name)) {
          return found;
        }
      }
    }
    return null;
  }

  private @Nullable Parameter readWholeParameter() {
    skipBlanks();
    Parameter read = readParameter();
    skipBlanks();
    return isAtEnd() || text.charAt(position) == ';' ? read : null;
  }

  private @Nullable Parameter readParameter() {
    int start = position;
    while (!isAtEnd() && isOfName(text.charAt(position))) {
      position++;
    }
    String name = text.substring(start, position);
    if (name.isEmpty() || !skip('=')) {
      return null;
    }
    String value = skip('"') ? readQuoted() : readUnquoted();
    return value == null || value.length() > LONGEST_VALUE ? null : new Parameter(name, value);
  }

  private @Nullable String readQuoted() {
    int start = position;
    while (!isAtEnd() && isOfQuoted(text.charAt(position))) {
      position++;
    }
    String value = text.substring(start, position);
    return skip('"') ? value : null;
  }

  private @Nullable String readUnquoted() {
    int start = position;
    while (!isAtEnd() && isOfUnquoted(text.charAt(position))) {
      position++;
    }
    return position == start ? null : text.substring(start, position);
  }

  private static boolean isOfName(char c) {
    return (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || (c >= '0' && c <= '9')
        || "_.-".indexOf(c) >= 0;
  }

  private static boolean isOfQuoted(char c) {
    return c != '"' && c != '\\' && !isControl(c);
  }

  private static boolean isOfUnquoted(char c) {
    return NO_VALUE.indexOf(c) < 0 && !isControl(c);
  }

  private static boolean isControl(char c) {
    return c < ' ' || c == 0x7F;
  }

  private boolean skipToken() {
    int start = position;
    while (!isAtEnd() && isOfToken(text.charAt(position))) {
      position++;
    }
    return position > start;
  }

  private static boolean isOfToken(char c) {
    return c > ' ' && c < 0x7F && NO_TOKEN.indexOf(c) < 0;
  }

  private boolean skip(char expected) {
    boolean there = !isAtEnd() && text.charAt(position) == expected;
    if (there) {
      position++;
    }
    return there;
  }

  private void skipBlanks() {
    while (!isAtEnd() && (text.charAt(position) == ' ' || text.charAt(position) == '\t')) {
      position++;
    }
  }

  private boolean isAtEnd() {
    return position == text.length();
  }
}
