package io.github.mgsjaxrs.keys;

import io.github.mgsjaxrs.SignatureAlgorithm;
import io.github.mgsjaxrs.crypto.Sm2Parameters;
import io.github.mgsjaxrs.crypto.TextKey;
import io.github.mgsjaxrs.crypto.VerificationKey;
import java.security.PublicKey;
import java.security.interfaces.RSAPublicKey;
import java.util.Objects;

/**
 * What all keys of a kind need to know beside themselves.
 *
 * @param sm2 the user id and the encodings of all SM2 keys ({@code mgs.sm2.*})
 * @param secrets makes the keys of salts, secrets and access keys, each for its scheme
 */
public record KeyParameters(Sm2Parameters sm2, Secrets secrets) {

  /** Checks that both are there. */
  public KeyParameters {
    Objects.requireNonNull(sm2, "sm2");
    Objects.requireNonNull(secrets, "secrets");
  }

  /** Makes the keys of what both sides share. */
  @FunctionalInterface
  public interface Secrets {

    /**
     * A key.
     *
     * @param algorithm its algorithm
     * @param secret the salt, secret or access key, in UTF-8
     * @return the key
     * @throws IllegalArgumentException if it is empty, or the algorithm takes a public key
     */
    VerificationKey key(SignatureAlgorithm algorithm, byte[] secret);
  }

  /** The key of a salt, a secret or an access key. */
  VerificationKey shared(SignatureAlgorithm algorithm, byte[] secret) {
    return secrets.key(algorithm, secret);
  }

  /** The key of a public key. */
  VerificationKey of(PublicKey key) {
    return key instanceof RSAPublicKey rsa ? TextKey.rsa(rsa) : TextKey.sm2(key, sm2);
  }
}
