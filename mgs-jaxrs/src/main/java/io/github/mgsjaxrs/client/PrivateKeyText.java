package io.github.mgsjaxrs.client;

import java.io.IOException;
import java.io.StringReader;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.util.function.Supplier;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.gm.GMNamedCurves;
import org.bouncycastle.asn1.gm.GMObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.pkcs.RSAPrivateKey;
import org.bouncycastle.asn1.sec.ECPrivateKey;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.crypto.params.ECDomainParameters;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.util.io.pem.PemObject;
import org.bouncycastle.util.io.pem.PemReader;
import org.jspecify.annotations.Nullable;

/**
 * Private keys as OpenSSL writes them: PKCS #8, PKCS #1 for RSA, SEC 1 for SM2. No message repeats
 * any of the text.
 */
public final class PrivateKeyText {

  private static final ECDomainParameters SM2 =
      new ECDomainParameters(GMNamedCurves.getByName("sm2p256v1"));

  private PrivateKeyText() {}

  /**
   * The public half of an RSA private key.
   *
   * @param pem the private key, not encrypted
   * @return its public half
   * @throws IllegalArgumentException if the text is no such key
   */
  public static RSAPublicKey rsaPublicHalf(String pem) {
    if (!(rsa(pem) instanceof RSAPrivateCrtKey key)) {
      throw new IllegalArgumentException("The RSA private key does not hold its public exponent");
    }
    try {
      return (RSAPublicKey)
          KeyFactory.getInstance("RSA")
              .generatePublic(new RSAPublicKeySpec(key.getModulus(), key.getPublicExponent()));
    } catch (GeneralSecurityException refused) {
      throw damaged(refused);
    }
  }

  static PrivateKey rsa(String pem) {
    PrivateKeyInfo key = read(pem);
    if (!key.getPrivateKeyAlgorithm().getAlgorithm().equals(PKCSObjectIdentifiers.rsaEncryption)) {
      throw new IllegalArgumentException("The private key is not RSA: give one that is");
    }
    try {
      return KeyFactory.getInstance("RSA")
          .generatePrivate(new PKCS8EncodedKeySpec(key.getEncoded()));
    } catch (IOException | GeneralSecurityException | RuntimeException damaged) {
      throw damaged(damaged);
    }
  }

  static ECPrivateKeyParameters sm2(String pem) {
    PrivateKeyInfo key = read(pem);
    AlgorithmIdentifier algorithm = key.getPrivateKeyAlgorithm();
    if (!algorithm.getAlgorithm().equals(X9ObjectIdentifiers.id_ecPublicKey)
        || !GMObjectIdentifiers.sm2p256v1.equals(algorithm.getParameters())) {
      throw new IllegalArgumentException(
          "The private key is not SM2 (sm2p256v1, by its name): openssl genpkey -algorithm SM2"
              + " writes one");
    }
    try {
      BigInteger number = ECPrivateKey.getInstance(key.parsePrivateKey()).getKey();
      return new ECPrivateKeyParameters(number, SM2);
    } catch (IOException | RuntimeException damaged) {
      throw damaged(damaged);
    }
  }

  private static PrivateKeyInfo read(String pem) {
    try (PemReader reader = new PemReader(new StringReader(pem))) {
      ASN1Encodable curve = null;
      for (PemObject block = reader.readPemObject();
          block != null;
          block = reader.readPemObject()) {
        byte[] der = block.getContent();
        switch (block.getType()) {
          case "PRIVATE KEY" -> {
            return parsed(() -> PrivateKeyInfo.getInstance(der));
          }
          case "RSA PRIVATE KEY" -> {
            return pkcs1(der);
          }
          case "EC PRIVATE KEY", "SM2 PRIVATE KEY" -> {
            return sec1(parsed(() -> ECPrivateKey.getInstance(der)), curve);
          }
          case "EC PARAMETERS", "SM2 PARAMETERS" -> curve = ASN1Primitive.fromByteArray(der);
          case "ENCRYPTED PRIVATE KEY" ->
              throw new IllegalArgumentException(
                  "The private key is encrypted: openssl pkey -in FILE -out FILE writes it without"
                      + " a password");
          default -> {}
        }
      }
    } catch (IOException | ClassCastException | IllegalStateException damaged) {
      throw damaged(damaged);
    }
    throw new IllegalArgumentException(
        "There is no private key as PEM: a block PRIVATE KEY, RSA PRIVATE KEY or EC PRIVATE KEY is"
            + " needed");
  }

  private static <T> T parsed(Supplier<T> der) {
    try {
      return der.get();
    } catch (RuntimeException damaged) {
      throw damaged(damaged);
    }
  }

  private static PrivateKeyInfo pkcs1(byte[] der) throws IOException {
    return new PrivateKeyInfo(
        new AlgorithmIdentifier(PKCSObjectIdentifiers.rsaEncryption, DERNull.INSTANCE),
        parsed(() -> RSAPrivateKey.getInstance(der)));
  }

  private static PrivateKeyInfo sec1(ECPrivateKey key, @Nullable ASN1Encodable before)
      throws IOException {
    ASN1Encodable inside = key.getParametersObject();
    ASN1Encodable curve = inside == null ? before : inside;
    if (curve == null) {
      throw new IllegalArgumentException("The private key does not name its curve");
    }
    return new PrivateKeyInfo(
        new AlgorithmIdentifier(X9ObjectIdentifiers.id_ecPublicKey, curve), key);
  }

  /** Without the cause's message, which might quote the key. */
  private static IllegalArgumentException damaged(Exception cause) {
    return new IllegalArgumentException(
        "The private key is damaged (" + cause.getClass().getSimpleName() + ")");
  }
}
