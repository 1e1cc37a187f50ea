package io.github.mgsjaxrs.client;

import io.github.mgsjaxrs.SignatureAlgorithm;
import io.github.mgsjaxrs.internal.crypto.JdkDigest;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.bouncycastle.crypto.digests.SM3Digest;

/** Lower-case hex of the digest over text and salt. */
final class SaltedTextSigner implements TextSigner {

  private final SignatureAlgorithm algorithm;
  private final byte[] salt;

  SaltedTextSigner(SignatureAlgorithm algorithm, byte[] salt) {
    if (algorithm != SignatureAlgorithm.MD5 && algorithm != SignatureAlgorithm.SM3) {
      throw new IllegalArgumentException(
          algorithm
              + (algorithm.salted() ? " takes a secret" : " takes a private key")
              + ", a salt goes with MD5 or SM3");
    }
    if (salt.length == 0) {
      throw new IllegalArgumentException("The salt is empty: give the salt that both sides share");
    }
    this.algorithm = algorithm;
    this.salt = salt.clone();
  }

  @Override
  public String sign(byte[] text) {
    return HexFormat.of().formatHex(algorithm == SignatureAlgorithm.MD5 ? md5(text) : sm3(text));
  }

  private byte[] md5(byte[] text) {
    MessageDigest md5 = JdkDigest.MD5.fresh();
    md5.update(text);
    return md5.digest(salt);
  }

  private byte[] sm3(byte[] text) {
    SM3Digest sm3 = new SM3Digest();
    sm3.update(text, 0, text.length);
    sm3.update(salt, 0, salt.length);
    byte[] digest = new byte[sm3.getDigestSize()];
    sm3.doFinal(digest, 0);
    return digest;
  }

  @Override
  public String toString() {
    return algorithm.name();
  }
}
