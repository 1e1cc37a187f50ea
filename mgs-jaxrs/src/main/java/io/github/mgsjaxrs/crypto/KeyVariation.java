package io.github.mgsjaxrs.crypto;

import java.util.Objects;

/**
 * A key that differs from another one in a single point, to find out why a signature does not
 * match. It explains a refusal and never admits a request.
 *
 * @param deviation in which point it differs
 * @param key the key as it would have to be
 */
public record KeyVariation(Deviation deviation, VerificationKey key) {

  /** Checks that both parts are there. */
  public KeyVariation {
    Objects.requireNonNull(deviation, "deviation");
    Objects.requireNonNull(key, "key");
  }

  /** What is different from the configured key. */
  public enum Deviation {
    /** SM3 in place of MD5, or the reverse, with the same salt. */
    OTHER_DIGEST,
    /** The configured salt without the white space at its end. */
    SALT_WITHOUT_WHITE_SPACE,
    /** The configured salt with a line feed behind it. */
    SALT_WITH_LINE_FEED,
    /** The configured salt with a carriage return and a line feed behind it. */
    SALT_WITH_CARRIAGE_RETURN,
    /** The configured salt with a space behind it. */
    SALT_WITH_SPACE,
    /** SM2 signatures in either encoding. */
    BOTH_ENCODINGS,
    /** The empty SM2 user id. */
    EMPTY_USER_ID,
    /** The SM2 user id {@code 1234567812345678}. */
    DEFAULT_USER_ID
  }
}
