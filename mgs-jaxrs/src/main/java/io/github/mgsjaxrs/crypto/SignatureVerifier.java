package io.github.mgsjaxrs.crypto;

/** One algorithm with its prepared key; immutable, safe for any number of threads. */
sealed interface SignatureVerifier permits SaltedVerifier, RsaVerifier, Sm2Verifier {

  SignatureAlgorithm algorithm();

  /** Never throws, whatever the header value is. */
  SignatureCheck check(byte[] stringToSign, String headerValue);
}
