package io.github.mgsjaxrs.crypto;

import java.io.IOException;
import java.util.List;

/**
 * An access key among the other keys. It signs no text alone: time and nonce belong to each
 * signature, so only {@link AccessKey} checks one.
 */
record AccessKeyVerifier(AccessKey key) implements SignatureVerifier {

  @Override
  public SignatureAlgorithm algorithm() {
    return SignatureAlgorithm.KOOGALLERY;
  }

  @Override
  public SignatureCheck check(byte[] stringToSign, String headerValue) {
    return SignatureCheck.MALFORMED;
  }

  @Override
  public SignatureCheck check(SignedContent content, String headerValue) throws IOException {
    return SignatureCheck.MALFORMED;
  }

  @Override
  public List<KeyVariation> variations() {
    return key.variations().entrySet().stream()
        .map(
            changed ->
                new KeyVariation(changed.getKey(), VerificationKey.accessKey(changed.getValue())))
        .toList();
  }

  @Override
  public String toString() {
    return "KOOGALLERY, access key <redacted>";
  }
}
