package io.github.mgsjaxrs.conformance.given;

import io.github.mgsjaxrs.SignatureAlgorithm;
import io.github.mgsjaxrs.filter.MgsFeature;
import io.github.mgsjaxrs.verifier.MgsVerifier;

/** The verifier that each of the applications makes itself. */
final class OwnVerifier {

  static final String KEY = "given";
  static final String SALT = "the given salt";

  private OwnVerifier() {}

  static MgsFeature feature() {
    return new MgsFeature(
        MgsVerifier.builder()
            .salt(KEY, SignatureAlgorithm.MD5, SALT)
            .protect("/guarded/*")
            .build());
  }
}
