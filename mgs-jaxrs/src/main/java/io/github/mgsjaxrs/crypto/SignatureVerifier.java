package io.github.mgsjaxrs.crypto;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;

/** One algorithm with its prepared key; immutable, safe for any number of threads. */
sealed interface SignatureVerifier
    permits SaltedVerifier, RpcVerifier, RsaVerifier, Sm2Verifier, AccessKeyVerifier {

  SignatureAlgorithm algorithm();

  /** Never throws, whatever the header value is. */
  SignatureCheck check(byte[] stringToSign, String headerValue);

  /** The same for what may be long; this gathers it, which is right for a string to sign. */
  default SignatureCheck check(SignedContent content, String headerValue) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    content.writeTo(bytes);
    return check(bytes.toByteArray(), headerValue);
  }

  /** Keys that differ from this one in a single point that is often wrong. */
  List<KeyVariation> variations();
}
