package io.github.mgsjaxrs.crypto;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A key that differs from another one in a single point, to find out why a signature does not
 * match. It explains a refusal and never admits a request.
 *
 * @param <K> the kind of the key
 * @param deviation in which point it differs
 * @param key the key as it would have to be
 */
public record KeyVariation<K extends VerificationKey>(Deviation deviation, K key) {

  /** Checks that both parts are there. */
  public KeyVariation {
    Objects.requireNonNull(deviation, "deviation");
    Objects.requireNonNull(key, "key");
  }

  /** What is different from the configured key. */
  public enum Deviation {
    /** The other of MD5 and SM3, or of the two algorithms of RPC, with the same salt or secret. */
    OTHER_DIGEST,
    /** The configured salt without the white space at its end. */
    SALT_WITHOUT_WHITE_SPACE,
    /** The configured salt with a line feed behind it. */
    SALT_WITH_LINE_FEED,
    /** The configured salt with a carriage return and a line feed behind it. */
    SALT_WITH_CARRIAGE_RETURN,
    /** The configured salt with a space behind it. */
    SALT_WITH_SPACE,
    /** The configured access key without the white space at both of its ends. */
    SECRET_STRIPPED,
    /** The configured access key without the quotation marks around it. */
    SECRET_WITHOUT_QUOTES,
    /** The bytes that the configured access key is in Base64. */
    SECRET_FROM_BASE64,
    /** MD5 over secret and text with an ampersand between them. */
    SECRET_AMPERSAND_TEXT("{secret}&{text}"),
    /** MD5 over the secret and the text behind it. */
    SECRET_TEXT("{secret}{text}"),
    /** MD5 over text and secret with an ampersand between them. */
    TEXT_AMPERSAND_SECRET("{text}&{secret}"),
    /** MD5 over the text and the secret behind it. */
    TEXT_SECRET("{text}{secret}"),
    /** HMAC-SHA1 as hex or as Base64. */
    BOTH_HMAC_ENCODINGS,
    /** SM2 signatures in either encoding. */
    BOTH_ENCODINGS,
    /** The empty SM2 user id. */
    EMPTY_USER_ID,
    /** The SM2 user id {@code 1234567812345678}. */
    DEFAULT_USER_ID;

    /** The deviations that differ in what MD5 is computed over. */
    public static final List<Deviation> MD5_TEXTS =
        List.of(SECRET_AMPERSAND_TEXT, SECRET_TEXT, TEXT_AMPERSAND_SECRET, TEXT_SECRET);

    private final @Nullable String md5Text;

    Deviation() {
      this(null);
    }

    Deviation(@Nullable String md5Text) {
      this.md5Text = md5Text;
    }

    /**
     * What MD5 is computed over, as {@code mgs.rpc.md5-text} says it.
     *
     * @return a template, or null where this is not what differs
     */
    public @Nullable String md5Text() {
      return md5Text;
    }
  }
}
