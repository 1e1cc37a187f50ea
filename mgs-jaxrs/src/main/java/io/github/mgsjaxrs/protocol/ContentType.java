package io.github.mgsjaxrs.protocol;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * As much of a {@code Content-Type} header as the protocol needs: whether the body is a form, and
 * its declared charset.
 *
 * <p>Only {@code application/x-www-form-urlencoded}, compared without case and parameters, is a
 * form; multipart bodies are hashed as bytes.
 */
public final class ContentType {

  private static final String FORM = "application/x-www-form-urlencoded";
  private static final ContentType ABSENT = new ContentType("", "");

  private final String type;
  private final String parameters;

  private ContentType(String type, String parameters) {
    this.type = type;
    this.parameters = parameters;
  }

  /**
   * Reads a header's value.
   *
   * @param header the value as received, or null if there is none
   * @return what it says
   */
  public static ContentType of(@Nullable String header) {
    if (header == null || header.isEmpty()) {
      return ABSENT;
    }
    int semicolon = header.indexOf(';');
    return semicolon < 0
        ? new ContentType(header.strip(), "")
        : new ContentType(header.substring(0, semicolon).strip(), header.substring(semicolon + 1));
  }

  /**
   * Tells whether the body holds form parameters.
   *
   * @return true for {@code application/x-www-form-urlencoded}
   */
  public boolean isForm() {
    return FORM.equalsIgnoreCase(type);
  }

  /**
   * The charset that the header declares.
   *
   * @return the charset, or null if none is declared
   * @throws MalformedRequestException if it is declared twice, or not known to this JVM
   */
  @Nullable Charset charset() throws MalformedRequestException {
    if (parameters.isEmpty()) {
      return null;
    }
    String found = null;
    for (String parameter : split(parameters)) {
      int equals = parameter.indexOf('=');
      if (equals > 0
          && "charset".equals(parameter.substring(0, equals).strip().toLowerCase(Locale.ROOT))) {
        if (found != null) {
          throw new MalformedRequestException(Malformed.ESCAPE, "the charset is declared twice");
        }
        found = unquoted(parameter.substring(equals + 1).strip());
      }
    }
    return found == null ? null : named(found);
  }

  /** A semicolon inside quotation marks separates nothing. */
  private static List<String> split(String parameters) throws MalformedRequestException {
    List<String> pieces = new ArrayList<>();
    boolean quoted = false;
    int start = 0;
    for (int i = 0; i < parameters.length(); i++) {
      char c = parameters.charAt(i);
      if (c == '"') {
        quoted = !quoted;
      } else if (c == '\\' && quoted) {
        i++;
      } else if (c == ';' && !quoted) {
        pieces.add(parameters.substring(start, i));
        start = i + 1;
      }
    }
    if (quoted) {
      throw new MalformedRequestException(
          Malformed.ESCAPE, "a parameter of Content-Type has no closing quotation mark");
    }
    pieces.add(parameters.substring(start));
    return pieces;
  }

  private static String unquoted(String value) {
    return value.length() >= 2 && value.startsWith("\"") && value.endsWith("\"")
        ? value.substring(1, value.length() - 1)
        : value;
  }

  private static Charset named(String name) throws MalformedRequestException {
    try {
      return Charset.forName(name);
    } catch (IllegalCharsetNameException | UnsupportedCharsetException unknown) {
      throw new MalformedRequestException(Malformed.ESCAPE, "the declared charset is not known");
    }
  }
}
