package io.github.mgsjaxrs.request;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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
  private static final String MULTIPART = "multipart/";
  private static final String CHARSET = "charset";

  /** As everybody reads it. */
  private static final Pattern DECLARED =
      Pattern.compile(
          "(?:^|;)[ \\t]*(charset)=(?:\"([^\"\\\\;]+)\"|([^\\s\"\\\\;,=]+))[ \\t]*(?:;|\\z)",
          Pattern.CASE_INSENSITIVE);

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
   * Tells whether the body is said to hold parts.
   *
   * @return true for {@code multipart/form-data} and all else of {@code multipart/}
   */
  public boolean isMultipart() {
    return type.regionMatches(true, 0, MULTIPART, 0, MULTIPART.length());
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
   * The charset that the header declares, where everybody reads it so.
   *
   * <p>Readers differ in what they make of backslashes, of {@code charset} inside another
   * parameter's value, of blanks around the equals sign, and of upper-case names; as the header is
   * not signed, a sender could choose what each of them reads.
   *
   * @return the charset, or null if none is declared
   * @throws MalformedRequestException if it is declared twice, in a way that can be read otherwise,
   *     or not known to this JVM
   */
  public @Nullable Charset charset() throws MalformedRequestException {
    String lower = parameters.toLowerCase(Locale.ROOT);
    int first = lower.indexOf(CHARSET);
    if (first < 0) {
      return null;
    }
    if (lower.indexOf(CHARSET, first + 1) >= 0) {
      throw new MalformedRequestException(
          Malformed.ESCAPE, "the word 'charset' stands in Content-Type twice");
    }
    Matcher declared = DECLARED.matcher(parameters);
    if (parameters.indexOf('\\') >= 0
        || !declared.find()
        || isQuoted(parameters, declared.start())) {
      throw new MalformedRequestException(
          Malformed.ESCAPE, "the charset of Content-Type can be read in several ways");
    }
    Charset charset = named(declared.group(2) == null ? declared.group(3) : declared.group(2));
    if (!declared.group(1).equals(CHARSET) && !charset.equals(StandardCharsets.UTF_8)) {
      throw new MalformedRequestException(
          Malformed.ESCAPE, "the parameter charset of Content-Type is not in lower case");
    }
    return charset;
  }

  /**
   * Whether a place lies inside of quotation marks to those who know them.
   *
   * @param header a header, or its end, without backslashes
   * @param place an index
   * @return whether an odd number of them stands in front
   */
  public static boolean isQuoted(String header, int place) {
    return header.substring(0, place).chars().filter(c -> c == '"').count() % 2 != 0;
  }

  private static Charset named(String name) throws MalformedRequestException {
    try {
      return Charset.forName(name);
    } catch (IllegalCharsetNameException | UnsupportedCharsetException unknown) {
      throw new MalformedRequestException(Malformed.ESCAPE, "the declared charset is not known");
    }
  }
}
