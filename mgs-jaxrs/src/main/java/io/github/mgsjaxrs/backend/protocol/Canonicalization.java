package io.github.mgsjaxrs.backend.protocol;

import io.github.mgsjaxrs.Scheme;
import io.github.mgsjaxrs.internal.request.FormCharsets;
import io.github.mgsjaxrs.request.ContentType;
import io.github.mgsjaxrs.request.MalformedRequestException;
import io.github.mgsjaxrs.settings.SchemeSettings;
import java.nio.charset.Charset;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The choices that the gateway's documentation leaves open ({@code mgs.canonical.*}).
 *
 * <pre>{@code
 * Canonicalization gbk = Canonicalization.builder().charset(Charset.forName("GBK")).build();
 * }</pre>
 *
 * <p>The defaults are what a gateway written with the servlet API would do: decoded parameters, raw
 * path, query before form, {@code k=} for a bare {@code k}.
 *
 * @param parameters whether names and values of parameters are percent-decoded
 * @param path whether the path is percent-decoded
 * @param pathPrefixStrip what a proxy added in front of the path the gateway called, or empty
 * @param pathPrefixAdd what a proxy took away from it, or empty
 * @param valueless how a parameter without {@code =} is written
 * @param precedence which value counts where a name stands in query and form
 * @param order how names are sorted
 * @param emptyBody what is hashed where a hashed body is empty
 * @param charset the charset of forms, or null for the declared one and else UTF-8
 * @param charsetTranscoding whether a hashed body is transcoded from its declared charset to UTF-8
 *     first
 */
public record Canonicalization(
    Escapes parameters,
    Escapes path,
    String pathPrefixStrip,
    String pathPrefixAdd,
    Valueless valueless,
    Precedence precedence,
    Order order,
    EmptyBody emptyBody,
    @Nullable Charset charset,
    boolean charsetTranscoding)
    implements SchemeSettings {

  @Override
  public Scheme scheme() {
    return Scheme.BACKEND;
  }

  /** The documented defaults. */
  public static final Canonicalization DEFAULT = builder().build();

  /** Whether percent escapes stay or are decoded. */
  public enum Escapes {
    /** Escapes are decoded, in parameters also {@code +} to a space. */
    DECODED,
    /** Escapes stay as they were sent. */
    RAW
  }

  /** How a parameter without an equals sign is written. */
  public enum Valueless {
    /** As {@code k=}. */
    EQUALS,
    /** As {@code k}. */
    AS_SENT
  }

  /** Which value counts where a name stands in the query and in the form. */
  public enum Precedence {
    /** The query's, as in servlet parameter maps. */
    QUERY,
    /** The form's. */
    FORM
  }

  /** How parameter names are sorted. */
  public enum Order {
    /** By UTF-16 code units, as {@link String#compareTo}. */
    CASE_SENSITIVE,
    /** Without regard to case; names that differ in case alone follow each other by code units. */
    CASE_INSENSITIVE
  }

  /** What is hashed where a body that would be hashed is empty. */
  public enum EmptyBody {
    /** The four bytes {@code null}, as documented. */
    NULL,
    /** Nothing at all. */
    EMPTY,
    /** Either is accepted: both mean that there is no body. */
    BOTH,
    /**
     * Nothing is hashed, and the content MD5 stays empty, as API Gateway documents it: then no body
     * reads like a form. No word of {@code mgs.canonical.empty-body}, as MGS hashes something.
     */
    UNSIGNED
  }

  /** Checks the prefixes. */
  public Canonicalization {
    Objects.requireNonNull(parameters, "parameters");
    Objects.requireNonNull(path, "path");
    requirePrefix(pathPrefixStrip, "strip");
    requirePrefix(pathPrefixAdd, "add");
    Objects.requireNonNull(valueless, "valueless");
    Objects.requireNonNull(precedence, "precedence");
    Objects.requireNonNull(order, "order");
    Objects.requireNonNull(emptyBody, "emptyBody");
    if (charset != null && !FormCharsets.admits(charset)) {
      throw new IllegalArgumentException(
          "Charset "
              + charset.name()
              + " cannot be read as a form: one in which '&', '=', '%' and '+' are the bytes of"
              + " ASCII and of nothing else is needed, such as UTF-8, GBK or GB18030");
    }
  }

  private static void requirePrefix(String prefix, String name) {
    Objects.requireNonNull(prefix, name);
    if (!prefix.isEmpty() && (!prefix.startsWith("/") || prefix.endsWith("/"))) {
      throw new IllegalArgumentException(
          "The path prefix to "
              + name
              + " is '"
              + prefix
              + "': it must start with a slash and not end with one, such as /gateway");
    }
  }

  /**
   * The charset that a form is read in for its signature.
   *
   * @param type what is declared
   * @return the configured charset, or else the declared one, or else UTF-8
   * @throws MalformedRequestException if the declared one can be read in several ways, is not
   *     known, or is none that a form can be read in
   */
  public Charset formCharset(ContentType type) throws MalformedRequestException {
    return FormCharsets.of(type, charset);
  }

  /**
   * Starts from the defaults.
   *
   * @return a builder
   */
  public static Builder builder() {
    return new Builder();
  }

  /**
   * Starts from these choices.
   *
   * @return a builder that holds all of them
   */
  public Builder toBuilder() {
    return builder()
        .parameters(parameters)
        .path(path)
        .pathPrefixStrip(pathPrefixStrip)
        .pathPrefixAdd(pathPrefixAdd)
        .valueless(valueless)
        .precedence(precedence)
        .order(order)
        .emptyBody(emptyBody)
        .charset(charset)
        .charsetTranscoding(charsetTranscoding);
  }

  /** Collects the choices; each has its documented default until it is set. */
  public static final class Builder {
    private Escapes parameters = Escapes.DECODED;
    private Escapes path = Escapes.RAW;
    private String pathPrefixStrip = "";
    private String pathPrefixAdd = "";
    private Valueless valueless = Valueless.EQUALS;
    private Precedence precedence = Precedence.QUERY;
    private Order order = Order.CASE_SENSITIVE;
    private EmptyBody emptyBody = EmptyBody.BOTH;
    private @Nullable Charset charset;
    private boolean charsetTranscoding;

    private Builder() {}

    /**
     * Sets {@code mgs.canonical.parameters}.
     *
     * @param choice whether parameters are decoded
     * @return this builder
     */
    public Builder parameters(Escapes choice) {
      this.parameters = choice;
      return this;
    }

    /**
     * Sets {@code mgs.canonical.path}.
     *
     * @param choice whether the path is decoded
     * @return this builder
     */
    public Builder path(Escapes choice) {
      this.path = choice;
      return this;
    }

    /**
     * Sets {@code mgs.canonical.path-prefix.strip}.
     *
     * @param prefix whole leading segments to take away before the path is signed, or empty
     * @return this builder
     */
    public Builder pathPrefixStrip(String prefix) {
      this.pathPrefixStrip = prefix;
      return this;
    }

    /**
     * Sets {@code mgs.canonical.path-prefix.add}.
     *
     * @param prefix whole leading segments to put in front, after stripping, or empty
     * @return this builder
     */
    public Builder pathPrefixAdd(String prefix) {
      this.pathPrefixAdd = prefix;
      return this;
    }

    /**
     * Sets {@code mgs.canonical.valueless}.
     *
     * @param choice how a bare name is written
     * @return this builder
     */
    public Builder valueless(Valueless choice) {
      this.valueless = choice;
      return this;
    }

    /**
     * Sets {@code mgs.canonical.parameter-precedence}.
     *
     * @param choice which side's value counts
     * @return this builder
     */
    public Builder precedence(Precedence choice) {
      this.precedence = choice;
      return this;
    }

    /**
     * Sets {@code mgs.canonical.order}.
     *
     * @param choice how names are sorted
     * @return this builder
     */
    public Builder order(Order choice) {
      this.order = choice;
      return this;
    }

    /**
     * Sets {@code mgs.canonical.empty-body}.
     *
     * @param choice what an empty body is hashed as
     * @return this builder
     */
    public Builder emptyBody(EmptyBody choice) {
      this.emptyBody = choice;
      return this;
    }

    /**
     * Sets {@code mgs.canonical.charset}.
     *
     * @param choice the charset of every form, or null for the declared one and else UTF-8
     * @return this builder
     */
    public Builder charset(@Nullable Charset choice) {
      this.charset = choice;
      return this;
    }

    /**
     * Sets {@code mgs.canonical.charset-transcoding}.
     *
     * @param choice true to hash a body as its text in UTF-8
     * @return this builder
     */
    public Builder charsetTranscoding(boolean choice) {
      this.charsetTranscoding = choice;
      return this;
    }

    /**
     * Builds the choices.
     *
     * @return an immutable value
     * @throws IllegalArgumentException if a prefix is not made of whole segments, or the charset
     *     cannot carry a form
     */
    public Canonicalization build() {
      return new Canonicalization(
          parameters,
          path,
          pathPrefixStrip,
          pathPrefixAdd,
          valueless,
          precedence,
          order,
          emptyBody,
          charset,
          charsetTranscoding);
    }
  }
}
