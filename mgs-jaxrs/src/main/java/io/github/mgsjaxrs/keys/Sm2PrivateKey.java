package io.github.mgsjaxrs.keys;

import java.io.IOException;
import java.math.BigInteger;
import java.security.PublicKey;
import java.util.Arrays;
import org.bouncycastle.asn1.ASN1BitString;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.sec.ECPrivateKey;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.bouncycastle.math.ec.FixedPointCombMultiplier;
import org.jspecify.annotations.Nullable;

/**
 * A private SM2 key, read for the sake of its public half alone.
 *
 * <p>The point is always derived from the number, and has to equal the one that is written beside
 * it: two halves that do not belong together are a damaged key.
 */
final class Sm2PrivateKey {

  private static final X9ECParameters CURVE = CustomNamedCurves.getByName("sm2p256v1");

  private final PublicKey publicKey;

  private Sm2PrivateKey(ECPrivateKey key, @Nullable ASN1Encodable curve) {
    if (curve == null) {
      throw new IllegalArgumentException(
          "found an EC private key that does not name its curve, SM2 needs sm2p256v1:"
              + " give the public key");
    }
    BigInteger number = key.getKey();
    if (number.signum() <= 0 || number.compareTo(CURVE.getN()) >= 0) {
      throw new IllegalArgumentException("found an SM2 private key outside the range of the curve");
    }
    byte[] point =
        new FixedPointCombMultiplier().multiply(CURVE.getG(), number).normalize().getEncoded(false);
    // the curve is checked on the way, with the same messages as that of a public key
    this.publicKey =
        EncodedPublicKey.of(
            new SubjectPublicKeyInfo(
                new AlgorithmIdentifier(X9ObjectIdentifiers.id_ecPublicKey, curve), point));
    ASN1BitString written = publicHalf(key);
    if (written != null && !belongs(written.getBytes(), point)) {
      throw new IllegalArgumentException(
          "found an SM2 private key with another key's public half: the text is damaged");
    }
  }

  /** SEC 1, appendix C.4; the curve stands inside, or in the block EC PARAMETERS. */
  static Sm2PrivateKey ofSec1(byte[] der, byte @Nullable [] ecParameters) {
    ECPrivateKey key;
    ASN1Encodable curve;
    try {
      key = ECPrivateKey.getInstance(der);
      curve = key.getParametersObject();
      if (curve == null && ecParameters != null) {
        curve = ASN1Primitive.fromByteArray(ecParameters);
      }
    } catch (IOException | RuntimeException e) {
      throw damaged(e);
    }
    return new Sm2PrivateKey(key, curve);
  }

  /** PKCS #8. */
  static Sm2PrivateKey ofPkcs8(byte[] der) {
    PrivateKeyInfo envelope;
    try {
      envelope = PrivateKeyInfo.getInstance(der);
    } catch (RuntimeException e) {
      throw damaged(e);
    }
    AlgorithmIdentifier algorithm = envelope.getPrivateKeyAlgorithm();
    if (!algorithm.getAlgorithm().equals(X9ObjectIdentifiers.id_ecPublicKey)) {
      throw new IllegalArgumentException(
          "found a private key that is not SM2, the public key is needed:"
              + " openssl pkey -in FILE -pubout writes it");
    }
    ECPrivateKey key;
    try {
      key = ECPrivateKey.getInstance(envelope.parsePrivateKey());
    } catch (IOException | RuntimeException e) {
      throw damaged(e);
    }
    return new Sm2PrivateKey(key, algorithm.getParameters());
  }

  PublicKey publicKey() {
    return publicKey;
  }

  /** Bouncy Castle reads the tag only now, and throws what it likes where it is another one. */
  private static @Nullable ASN1BitString publicHalf(ECPrivateKey key) {
    try {
      return key.getPublicKey();
    } catch (RuntimeException e) {
      throw damaged(e);
    }
  }

  private static boolean belongs(byte[] written, byte[] point) {
    try {
      return Arrays.equals(CURVE.getCurve().decodePoint(written).getEncoded(false), point);
    } catch (RuntimeException e) {
      return false;
    }
  }

  /** Without the cause's message, which might quote the key. */
  private static IllegalArgumentException damaged(Exception cause) {
    return new IllegalArgumentException(
        "found a damaged private key (" + cause.getClass().getSimpleName() + ")");
  }
}
