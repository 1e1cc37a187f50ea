package io.github.mgsjaxrs.request;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A {@code Content-Type} header as everybody reads it (RFC 9110, section 8.3): type, parameters,
 * and of these the charset.
 *
 * <p>Readers differ in what they make of backslashes, of blanks, of a name that stands in the value
 * of another parameter, of upper case; as the header is not signed, a sender could choose what each
 * of them reads. What can be read otherwise is not guessed at here.
 *
 * <p>Only {@code application/x-www-form-urlencoded}, compared without case and parameters, is a
 * form; multipart bodies are hashed as bytes.
 */
public final class ContentType {

  private static final String FORM = "application/x-www-form-urlencoded";
  private static final String MULTIPART = "multipart/";
  private static final String FORM_DATA = "multipart/form-data";
  private static final String CHARSET = "charset";

  private static final ContentType ABSENT = new ContentType("", "");

  /** In front of the first semicolon, with its blanks. */
  private final String essence;

  private final String type;

  /** From the first semicolon on; empty if there is none. */
  private final String parameters;

  private final boolean form;

  private ContentType(String essence, String parameters) {
    this.essence = essence;
    this.type = essence.strip();
    this.parameters = parameters;
    this.form = FORM.equalsIgnoreCase(type);
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
        ? new ContentType(header, "")
        : new ContentType(header.substring(0, semicolon), header.substring(semicolon));
  }

  /**
   * One parameter.
   *
   * @param name as it was sent
   * @param value without its quotation marks
   */
  public record Parameter(String name, String value) {}

  /**
   * Type and subtype, as they were sent, without parameters.
   *
   * @return {@code text/plain}, say; empty if there is none
   */
  public String type() {
    return type;
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
   * Tells whether a servlet container may make parts of the body: some compare how the header
   * begins.
   *
   * @return true for {@code multipart/form-data} and all that begins so
   */
  public boolean isFormData() {
    return type.toLowerCase(Locale.ROOT).startsWith(FORM_DATA);
  }

  /**
   * Tells whether the body holds form parameters.
   *
   * @return true for {@code application/x-www-form-urlencoded}
   */
  public boolean isForm() {
    return form;
  }

  /**
   * Tells whether everybody reads the same type.
   *
   * @return true for one type and one subtype (RFC 9110, section 8.3.1), neither of them a wildcard
   */
  public boolean isOneType() {
    return MediaTypeGrammar.isOneType(essence);
  }

  /**
   * All parameters, where everybody reads the same ones.
   *
   * @return the parameters in their order, those that stand there twice included
   * @throws MalformedRequestException if type or parameters can be read otherwise
   */
  public List<Parameter> parameters() throws MalformedRequestException {
    List<Parameter> read = isOneType() ? MediaTypeGrammar.parameters(parameters) : null;
    if (read == null) {
      throw new MalformedRequestException(
          Malformed.ESCAPE, "the parameters of Content-Type can be read in several ways");
    }
    return read;
  }

  /**
   * The charset that the header declares, where everybody reads it so. Other parameters may be
   * written as they like, as long as the word is in none of them.
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
    Parameter declared = MediaTypeGrammar.parameter(CHARSET, parameters);
    if (declared == null) {
      throw new MalformedRequestException(
          Malformed.ESCAPE, "the charset of Content-Type can be read in several ways");
    }
    Charset charset = named(declared.value());
    if (!declared.name().equals(CHARSET) && !charset.equals(StandardCharsets.UTF_8)) {
      throw new MalformedRequestException(
          Malformed.ESCAPE, "the parameter charset of Content-Type is not in lower case");
    }
    return charset;
  }

  private static Charset named(String name) throws MalformedRequestException {
    try {
      return Charset.forName(name);
    } catch (IllegalCharsetNameException | UnsupportedCharsetException unknown) {
      throw new MalformedRequestException(Malformed.ESCAPE, "the declared charset is not known");
    }
  }
}
