package io.github.mgsjaxrs.crypto;

import io.github.mgsjaxrs.protocol.Scheme;
import java.util.Arrays;

/**
 * How the gateway signs a request.
 *
 * <p>The algorithm belongs to the key, never to the request (MGS, "Backend signature
 * verification").
 */
public enum SignatureAlgorithm {
  /** MD5 over the string to sign followed by the salt; 32 lower-case hex digits. */
  MD5(true),
  /** SM3 over the string to sign followed by the salt; 64 lower-case hex digits. */
  SM3(true),
  /** SHA1withRSA (PKCS #1 v1.5) over the string to sign; Base64. */
  RSA(false),
  /** SM3withSM2 over the string to sign on the curve sm2p256v1; hex. */
  SM2(false);

  private final boolean salted;

  SignatureAlgorithm(boolean salted) {
    this.salted = salted;
  }

  /**
   * Whether the key is a salt, which gateway and backend share, and not a public key.
   *
   * @return true for {@link #MD5} and {@link #SM3}
   */
  public boolean salted() {
    return salted;
  }

  /**
   * The scheme whose requests are signed in this way. A key opens nothing of another scheme.
   *
   * @return the scheme
   */
  public Scheme scheme() {
    return Scheme.BACKEND;
  }

  /**
   * The algorithm that a setting names, exactly as written here.
   *
   * @param setting the value of {@code mgs.keys."<id>".algorithm}
   * @return the algorithm of that name
   * @throws IllegalArgumentException when there is none; the message names the valid ones
   */
  public static SignatureAlgorithm of(String setting) {
    for (SignatureAlgorithm algorithm : values()) {
      if (algorithm.name().equals(setting)) {
        return algorithm;
      }
    }
    throw new IllegalArgumentException(
        "'" + setting + "' is no signature algorithm: valid are " + Arrays.toString(values()));
  }
}
