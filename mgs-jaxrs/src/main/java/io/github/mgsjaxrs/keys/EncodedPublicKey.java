package io.github.mgsjaxrs.keys;

import io.github.mgsjaxrs.crypto.Sm2Parameters;
import io.github.mgsjaxrs.crypto.TextKey;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.spec.RSAPublicKeySpec;
import java.security.spec.X509EncodedKeySpec;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.gm.GMObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.RSAPublicKey;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.Certificate;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x9.ECNamedCurveTable;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.jspecify.annotations.Nullable;

/** Public keys in DER: RSA, or EC on sm2p256v1; anything else is refused by its name. */
final class EncodedPublicKey {

  private EncodedPublicKey() {}

  /** The key of an X.509 SubjectPublicKeyInfo. */
  static PublicKey of(byte[] subjectPublicKeyInfo) {
    SubjectPublicKeyInfo key;
    try {
      key = SubjectPublicKeyInfo.getInstance(subjectPublicKeyInfo);
    } catch (RuntimeException e) {
      throw new IllegalArgumentException(
          "found "
              + subjectPublicKeyInfo.length
              + " bytes that are no X.509 SubjectPublicKeyInfo, which is needed:"
              + " openssl pkey -pubout writes it",
          e);
    }
    return of(key);
  }

  /** The key of a certificate; nothing else of it counts. */
  static PublicKey ofCertificate(byte[] certificate) {
    SubjectPublicKeyInfo key;
    try {
      key = Certificate.getInstance(certificate).getSubjectPublicKeyInfo();
    } catch (RuntimeException e) {
      throw new IllegalArgumentException("found a damaged X.509 certificate", e);
    }
    return of(key);
  }

  /** The SM2 key of an uncompressed point. */
  static PublicKey sm2(byte[] uncompressedPoint) {
    return of(
        new SubjectPublicKeyInfo(
            new AlgorithmIdentifier(
                X9ObjectIdentifiers.id_ecPublicKey, GMObjectIdentifiers.sm2p256v1),
            uncompressedPoint));
  }

  static PublicKey of(SubjectPublicKeyInfo key) {
    ASN1ObjectIdentifier algorithm = key.getAlgorithm().getAlgorithm();
    if (algorithm.equals(PKCSObjectIdentifiers.rsaEncryption)) {
      return rsa(key);
    }
    if (algorithm.equals(X9ObjectIdentifiers.id_ecPublicKey)) {
      return ec(key);
    }
    throw new IllegalArgumentException(
        "found a key of the algorithm "
            + algorithm
            + ", RSA (rsaEncryption) or SM2 (id-ecPublicKey on sm2p256v1) is needed");
  }

  private static PublicKey rsa(SubjectPublicKeyInfo key) {
    try {
      RSAPublicKey numbers = RSAPublicKey.getInstance(key.parsePublicKey());
      return KeyFactory.getInstance("RSA")
          .generatePublic(new RSAPublicKeySpec(numbers.getModulus(), numbers.getPublicExponent()));
    } catch (IOException | GeneralSecurityException | RuntimeException e) {
      throw new IllegalArgumentException("found an RSA key that cannot be used", e);
    }
  }

  private static PublicKey ec(SubjectPublicKeyInfo key) {
    requireSm2(key.getAlgorithm().getParameters());
    PublicKey result;
    try {
      result =
          KeyFactory.getInstance("EC", BouncyCastle.PROVIDER)
              .generatePublic(new X509EncodedKeySpec(key.getEncoded()));
    } catch (IOException | GeneralSecurityException | RuntimeException e) {
      throw new IllegalArgumentException(
          "found an EC key that is not a point on its curve, or damaged", e);
    }
    // compares the curve's numbers, which explicit parameters bring along
    TextKey.sm2(result, Sm2Parameters.DEFAULT);
    return result;
  }

  private static void requireSm2(@Nullable ASN1Encodable parameters) {
    if (parameters instanceof ASN1ObjectIdentifier curve
        && !curve.equals(GMObjectIdentifiers.sm2p256v1)) {
      String name = ECNamedCurveTable.getName(curve);
      throw new IllegalArgumentException(
          "found an EC key on "
              + (name == null ? curve.getId() : name)
              + ", SM2 needs sm2p256v1: give the gateway's SM2 key");
    }
  }
}
