package io.github.mgsjaxrs.tool;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.mgsjaxrs.SignatureAlgorithm;
import io.github.mgsjaxrs.internal.crypto.JdkDigest;
import io.github.mgsjaxrs.keys.KeyText;
import java.security.PublicKey;
import java.security.interfaces.RSAPublicKey;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** What an entry of a key store is, in words that give no secret away. */
final class KeyDescription {

  /** The key store does not say which of them; the algorithm in the settings does. */
  private static final String SECRET = "secret: a salt, a secret or an access key";

  private KeyDescription() {}

  static String of(KeyFile keys, String alias) {
    byte[] secret = keys.secret(alias);
    if (secret != null) {
      PublicKey key = publicKey(new String(secret, UTF_8));
      return key == null ? SECRET : of(key);
    }
    PublicKey certified = keys.certified(alias);
    return certified == null
        ? "neither a secret nor a public key"
        : "certificate, " + of(certified);
  }

  private static @Nullable PublicKey publicKey(String text) {
    PublicKey rsa = publicKey(text, SignatureAlgorithm.RSA);
    return rsa == null ? publicKey(text, SignatureAlgorithm.SM2) : rsa;
  }

  private static @Nullable PublicKey publicKey(String text, SignatureAlgorithm algorithm) {
    try {
      return KeyText.publicKey(text, algorithm);
    } catch (IllegalArgumentException another) {
      return null;
    }
  }

  static String of(PublicKey key) {
    String kind =
        key instanceof RSAPublicKey rsa
            ? "RSA public key of " + rsa.getModulus().bitLength() + " bits"
            : "SM2 public key";
    return kind + ", SHA-256 " + sha256(key.getEncoded());
  }

  private static String sha256(byte[] bytes) {
    return HexFormat.of().formatHex(JdkDigest.SHA_256.of(bytes));
  }
}
