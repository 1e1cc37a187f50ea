package io.github.mgsjaxrs.conformance.vectors;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A key of the gateway, with the half that signs: only tests ever see both.
 *
 * @param id the key id, as requests name it
 * @param algorithm {@code MD5}, {@code SM3}, {@code RSA} or {@code SM2}, or one of RPC
 * @param salt the salt of MD5 and SM3, the secret of RPC, else null
 * @param publicKey the PEM of the public key of RSA and SM2, else null
 * @param privateKey the PEM of the private key of RSA and SM2, else null
 */
public record GatewayKey(
    String id,
    String algorithm,
    @Nullable String salt,
    @Nullable String publicKey,
    @Nullable String privateKey) {

  /** Checks that there is either a salt or a key pair. */
  public GatewayKey {
    if ((salt == null) == (publicKey == null || privateKey == null)) {
      throw new IllegalArgumentException("Key " + id + " needs either a salt or a key pair");
    }
  }

  /**
   * A key that is a salt.
   *
   * @param id the key id
   * @param algorithm {@code MD5} or {@code SM3}
   * @param salt the salt
   * @return the key
   */
  public static GatewayKey salted(String id, String algorithm, String salt) {
    return new GatewayKey(id, algorithm, salt, null, null);
  }

  /**
   * A key that is a pair.
   *
   * @param id the key id
   * @param algorithm {@code RSA} or {@code SM2}
   * @param publicKey PEM
   * @param privateKey PEM
   * @return the key
   */
  public static GatewayKey pair(String id, String algorithm, String publicKey, String privateKey) {
    return new GatewayKey(id, algorithm, null, publicKey, privateKey);
  }

  /**
   * Whether the key is a salt.
   *
   * @return true for MD5 and SM3
   */
  public boolean isSalt() {
    return salt != null;
  }

  /**
   * The salt of a key that is one.
   *
   * @return never null
   */
  public String requiredSalt() {
    return Objects.requireNonNull(salt, "salt");
  }

  /**
   * The public key of a pair.
   *
   * @return never null
   */
  public String requiredPublicKey() {
    return Objects.requireNonNull(publicKey, "publicKey");
  }

  /**
   * The private key of a pair.
   *
   * @return never null
   */
  public String requiredPrivateKey() {
    return Objects.requireNonNull(privateKey, "privateKey");
  }

  @Override
  public String toString() {
    return id + " (" + algorithm + ")";
  }
}
