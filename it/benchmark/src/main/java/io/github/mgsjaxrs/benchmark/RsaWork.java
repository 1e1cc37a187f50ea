package io.github.mgsjaxrs.benchmark;

import io.github.mgsjaxrs.crypto.SignatureCheck;
import io.github.mgsjaxrs.crypto.TextKey;
import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.List;
import java.util.Map;
import org.apache.commons.codec.binary.Base64;
import org.tomitribe.auth.signatures.Algorithm;
import org.tomitribe.auth.signatures.Signature;
import org.tomitribe.auth.signatures.Signer;
import org.tomitribe.auth.signatures.SigningAlgorithm;
import org.tomitribe.auth.signatures.Verifier;

/** Ways to verify one signature of RSA with 2048 bits. */
final class RsaWork {

  private static final String METHOD = "POST";
  private static final String TARGET = "/test/testSign?a=1&b=2&c=3&d=4";

  private final byte[] text;
  private final String header;
  private final String publicKey;
  private final TextKey key;
  private final Map<String, String> headers = Map.of("Date", "Tue, 07 Jun 2014 20:51:35 GMT");
  private final String authorization;
  private final PublicKey cachedKey;
  private final BigInteger number;
  private final BigInteger exponent;
  private final BigInteger modulus;

  RsaWork(byte[] text) throws GeneralSecurityException, IOException {
    this.text = text;
    KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
    generator.initialize(2048);
    KeyPair pair = generator.generateKeyPair();
    java.security.Signature signer = java.security.Signature.getInstance("SHA1withRSA");
    signer.initSign(pair.getPrivate());
    signer.update(text);
    byte[] signature = signer.sign();
    RSAPublicKey rsa = (RSAPublicKey) pair.getPublic();
    this.header = Base64.encodeBase64String(signature);
    this.publicKey = Base64.encodeBase64String(rsa.getEncoded());
    this.key = TextKey.rsa(rsa);
    this.cachedKey = rsa;
    this.number = new BigInteger(1, signature);
    this.exponent = rsa.getPublicExponent();
    this.modulus = rsa.getModulus();
    Signature template =
        new Signature(
            "orders",
            SigningAlgorithm.RSA_SHA256,
            Algorithm.RSA_SHA256,
            null,
            null,
            List.of("(request-target)", "date"));
    this.authorization =
        new Signer(pair.getPrivate(), template).sign(METHOD, TARGET, headers).toString();
  }

  String header() {
    return header;
  }

  /** The public key as it may be configured. */
  String keyText() {
    return publicKey;
  }

  boolean ours() {
    return key.check(text, header) == SignatureCheck.VALID;
  }

  /** As the gateway's documentation shows it for one request: everything from the key's text on. */
  boolean documented() {
    try {
      PublicKey parsed =
          KeyFactory.getInstance("RSA")
              .generatePublic(new X509EncodedKeySpec(Base64.decodeBase64(publicKey)));
      java.security.Signature signature = java.security.Signature.getInstance("SHA1withRSA");
      signature.initVerify(parsed);
      signature.update(text);
      return signature.verify(Base64.decodeBase64(header));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Tomitribe's http-signatures, RSA-SHA256 over target and date, as its README shows it. */
  boolean tomitribe() {
    try {
      Signature signature = Signature.fromString(authorization, Algorithm.RSA_SHA256);
      return new Verifier(cachedKey, signature).verify(METHOD, TARGET, headers);
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The arithmetic that nobody gets around. */
  boolean modPow() {
    return number.modPow(exponent, modulus).signum() != 0;
  }
}
