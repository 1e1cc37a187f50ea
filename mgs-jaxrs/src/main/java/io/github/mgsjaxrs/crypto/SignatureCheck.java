package io.github.mgsjaxrs.crypto;

/**
 * What came of checking a header value.
 *
 * <p>The client is told the same for {@link #MISMATCH} and {@link #MALFORMED}; the log tells them
 * apart.
 */
public enum SignatureCheck {
  /** The header value is the signature of the string to sign under this key. */
  VALID,
  /** The header value has the right form, but is not the signature of this string to sign. */
  MISMATCH,
  /** The header value cannot be a signature of this key's algorithm, whatever was signed. */
  MALFORMED
}
