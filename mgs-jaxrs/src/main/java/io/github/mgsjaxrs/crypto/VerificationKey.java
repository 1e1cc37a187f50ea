package io.github.mgsjaxrs.crypto;

import io.github.mgsjaxrs.SignatureAlgorithm;
import java.util.List;

/**
 * What the signatures of one key id are checked with: a salt, a secret, an access key, or a public
 * key.
 *
 * <p>The key brings its algorithm along, so no request can choose a weaker one. Parsing and
 * checking happen once, when it is made; a key is immutable and safe for any number of threads. It
 * does not know its id, and it does not say anything about what was signed.
 *
 * @see TextKey
 */
public interface VerificationKey {

  /**
   * The algorithm that this key is for.
   *
   * @return the algorithm
   */
  SignatureAlgorithm algorithm();

  /**
   * Keys that differ from this one in a single point that is often wrong: the other digest, white
   * space at the end of the salt, encoding and user id of SM2. They serve to explain a mismatch: a
   * request that verifies only with one of them is still refused.
   *
   * @return a few keys, none for RSA
   */
  List<? extends KeyVariation<?>> variations();
}
