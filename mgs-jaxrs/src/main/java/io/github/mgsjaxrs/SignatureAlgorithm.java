package io.github.mgsjaxrs;

import java.util.Arrays;

/**
 * How the gateway signs a request.
 *
 * <p>The algorithm belongs to the key, never to the request (MGS, "Backend signature
 * verification").
 */
public enum SignatureAlgorithm {
  /** MD5 over the string to sign followed by the salt; 32 lower-case hex digits. */
  MD5(Scheme.BACKEND, true),
  /** SM3 over the string to sign followed by the salt; 64 lower-case hex digits. */
  SM3(Scheme.BACKEND, true),
  /** SHA1withRSA (PKCS #1 v1.5) over the string to sign; Base64. */
  RSA(Scheme.BACKEND, false),
  /** SM3withSM2 over the string to sign on the curve sm2p256v1; hex. */
  SM2(Scheme.BACKEND, false),
  /**
   * MD5 over secret, {@code &} and text of an RPC request; 32 lower-case hex digits. Observed in
   * clients, and not documented.
   */
  RPC_MD5(Scheme.RPC, true),
  /**
   * HMAC-SHA1 with the secret over the text of an RPC request; hex or Base64. Observed in clients,
   * and not documented.
   */
  RPC_HMAC_SHA1(Scheme.RPC, true),
  /** HMAC-SHA256 with KooGallery's access key. */
  KOOGALLERY(Scheme.KOOGALLERY, true),
  /** HMAC-SHA256 with the secret over the string to sign of API Gateway; Base64. */
  API_GATEWAY_HMAC_SHA256(Scheme.API_GATEWAY, true);

  private final Scheme scheme;
  private final boolean salted;

  SignatureAlgorithm(Scheme scheme, boolean salted) {
    this.scheme = scheme;
    this.salted = salted;
  }

  /**
   * Whether the key is a salt, a secret or an access key, which both sides share, and not a public
   * key.
   *
   * @return false for {@link #RSA} and {@link #SM2}
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
    return scheme;
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
