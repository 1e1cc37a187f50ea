package io.github.mgsjaxrs.sm2vectors;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.gm.GMObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.crypto.digests.SM3Digest;
import org.bouncycastle.math.ec.ECPoint;

/** The formulas of GB/T 32918.2 in plain numbers, with every nonce and digest to choose. */
final class Sm2Numbers {

  private final X9ECParameters curve;
  private final BigInteger secret;
  private final byte[] userId;
  private final ECPoint point;

  Sm2Numbers(X9ECParameters curve, BigInteger secret, byte[] userId) {
    this.curve = curve;
    this.secret = secret;
    this.userId = userId.clone();
    this.point = curve.getG().multiply(secret).normalize();
  }

  BigInteger secret() {
    return secret;
  }

  ECPoint publicPoint() {
    return point;
  }

  BigInteger x() {
    return point.getAffineXCoord().toBigInteger();
  }

  BigInteger y() {
    return point.getAffineYCoord().toBigInteger();
  }

  byte[] point() {
    return point.getEncoded(false);
  }

  byte[] subjectPublicKeyInfo() {
    return subjectPublicKeyInfo(GMObjectIdentifiers.sm2p256v1, point());
  }

  static byte[] subjectPublicKeyInfo(ASN1ObjectIdentifier curve, byte[] point) {
    try {
      return new SubjectPublicKeyInfo(
              new AlgorithmIdentifier(X9ObjectIdentifiers.id_ecPublicKey, curve), point)
          .getEncoded("DER");
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  /** A nonce that is always the same for the same number. */
  BigInteger nonce(int number) {
    byte[] seed = ("nonce " + number).getBytes(StandardCharsets.US_ASCII);
    return sm3(seed).mod(curve.getN().subtract(BigInteger.ONE)).add(BigInteger.ONE);
  }

  BigInteger[] sign(byte[] message, int number) {
    return signWith(digest(message), nonce(number));
  }

  /** r = e + x(kG), s = (k - rd) / (1 + d). */
  BigInteger[] signWith(BigInteger e, BigInteger k) {
    BigInteger n = curve.getN();
    BigInteger x = curve.getG().multiply(k).normalize().getAffineXCoord().toBigInteger();
    BigInteger r = e.add(x).mod(n);
    BigInteger s =
        k.subtract(r.multiply(secret)).multiply(secret.add(BigInteger.ONE).modInverse(n)).mod(n);
    return new BigInteger[] {r, s};
  }

  /** r = x(kG), s = (e + rd) / k. */
  BigInteger[] ecdsa(BigInteger e, BigInteger k) {
    BigInteger n = curve.getN();
    BigInteger r = curve.getG().multiply(k).normalize().getAffineXCoord().toBigInteger().mod(n);
    return new BigInteger[] {r, e.add(r.multiply(secret)).multiply(k.modInverse(n)).mod(n)};
  }

  /** e = SM3(Z ‖ message). */
  BigInteger digest(byte[] message) {
    return sm3(joined(z(), message));
  }

  BigInteger sm3(byte[] bytes) {
    return new BigInteger(1, sm3Bytes(bytes));
  }

  BigInteger sha256(byte[] message) {
    try {
      return new BigInteger(1, MessageDigest.getInstance("SHA-256").digest(joined(z(), message)));
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  private byte[] z() {
    int bytes = (curve.getCurve().getFieldSize() + 7) / 8;
    String digits = "%0" + 2 * bytes + "x";
    String numbers =
        String.format(digits, curve.getCurve().getA().toBigInteger())
            + String.format(digits, curve.getCurve().getB().toBigInteger())
            + String.format(digits, curve.getG().getAffineXCoord().toBigInteger())
            + String.format(digits, curve.getG().getAffineYCoord().toBigInteger())
            + String.format(digits, x())
            + String.format(digits, y());
    byte[] length = ByteBuffer.allocate(2).putShort((short) (8 * userId.length)).array();
    return sm3Bytes(joined(joined(length, userId), HexFormat.of().parseHex(numbers)));
  }

  private static byte[] joined(byte[] first, byte[] second) {
    return ByteBuffer.allocate(first.length + second.length).put(first).put(second).array();
  }

  private static byte[] sm3Bytes(byte[] bytes) {
    SM3Digest digest = new SM3Digest();
    digest.update(bytes, 0, bytes.length);
    byte[] result = new byte[digest.getDigestSize()];
    digest.doFinal(result, 0);
    return result;
  }
}
