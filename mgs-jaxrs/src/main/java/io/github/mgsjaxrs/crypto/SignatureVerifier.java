package io.github.mgsjaxrs.crypto;

import java.util.List;

/** One algorithm with its prepared key; immutable, safe for any number of threads. */
sealed interface SignatureVerifier permits SaltedVerifier, RsaVerifier, Sm2Verifier {

  SignatureAlgorithm algorithm();

  /** Never throws, whatever the header value is. */
  SignatureCheck check(byte[] stringToSign, String headerValue);

  /** Keys that differ from this one in a single point that is often wrong. */
  List<KeyVariation> variations();
}
