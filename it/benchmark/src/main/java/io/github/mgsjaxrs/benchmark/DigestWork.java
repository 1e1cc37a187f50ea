package io.github.mgsjaxrs.benchmark;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.mgsjaxrs.SignatureAlgorithm;
import io.github.mgsjaxrs.crypto.SignatureCheck;
import io.github.mgsjaxrs.crypto.TextKey;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.bouncycastle.crypto.digests.SM3Digest;

/** A salted digest verified, and a plain one to compare with. */
final class DigestWork {

  static final String SALT = "the shared salt";
  private static final byte[] MEBIBYTE = new byte[1 << 20];

  private final byte[] text;
  private final TextKey md5 = TextKey.salted(SignatureAlgorithm.MD5, SALT);
  private final TextKey sm3 = TextKey.salted(SignatureAlgorithm.SM3, SALT);
  private final String md5Header;
  private final String sm3Header;
  private final MessageDigest digest = MessageDigest.getInstance("MD5");

  DigestWork(byte[] text) throws GeneralSecurityException {
    this.text = text;
    byte[] salt = SALT.getBytes(UTF_8);
    digest.update(text);
    this.md5Header = HexFormat.of().formatHex(digest.digest(salt));
    SM3Digest bouncyCastle = new SM3Digest();
    bouncyCastle.update(text, 0, text.length);
    bouncyCastle.update(salt, 0, salt.length);
    byte[] result = new byte[32];
    bouncyCastle.doFinal(result, 0);
    this.sm3Header = HexFormat.of().formatHex(result);
  }

  String md5Header() {
    return md5Header;
  }

  String sm3Header() {
    return sm3Header;
  }

  boolean md5() {
    return md5.check(text, md5Header) == SignatureCheck.VALID;
  }

  boolean sm3() {
    return sm3.check(text, sm3Header) == SignatureCheck.VALID;
  }

  /** The JDK's MD5 of 1 MiB: how fast this machine is. */
  boolean md5OfOneMebibyte() {
    return digest.digest(MEBIBYTE).length == 16;
  }
}
