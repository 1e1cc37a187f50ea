package io.github.mgsjaxrs.properties;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.mgsjaxrs.SignatureAlgorithm;
import io.github.mgsjaxrs.crypto.Sm2Parameters;
import io.github.mgsjaxrs.crypto.TextKey;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.util.Base64;
import java.util.HexFormat;
import org.bouncycastle.asn1.gm.GMNamedCurves;
import org.bouncycastle.crypto.CryptoException;
import org.bouncycastle.crypto.digests.SM3Digest;
import org.bouncycastle.crypto.params.ECDomainParameters;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.params.ParametersWithID;
import org.bouncycastle.crypto.signers.SM2Signer;

/** The gateway's side of each algorithm, by the JDK and Bouncy Castle alone. */
enum Signer {
  MD5 {
    @Override
    String sign(byte[] text) throws GeneralSecurityException {
      MessageDigest digest = MessageDigest.getInstance("MD5");
      digest.update(text);
      return HexFormat.of().formatHex(digest.digest(SALT.getBytes(UTF_8)));
    }

    @Override
    TextKey key() {
      return TextKey.salted(SignatureAlgorithm.MD5, SALT);
    }
  },
  SM3 {
    @Override
    String sign(byte[] text) {
      SM3Digest digest = new SM3Digest();
      digest.update(text, 0, text.length);
      byte[] salt = SALT.getBytes(UTF_8);
      digest.update(salt, 0, salt.length);
      byte[] result = new byte[32];
      digest.doFinal(result, 0);
      return HexFormat.of().formatHex(result);
    }

    @Override
    TextKey key() {
      return TextKey.salted(SignatureAlgorithm.SM3, SALT);
    }
  },
  RSA {
    @Override
    String sign(byte[] text) throws GeneralSecurityException {
      Signature signature = Signature.getInstance("SHA1withRSA");
      signature.initSign(RSA_KEYS.getPrivate());
      signature.update(text);
      return Base64.getEncoder().encodeToString(signature.sign());
    }

    @Override
    TextKey key() {
      return TextKey.rsa((RSAPublicKey) RSA_KEYS.getPublic());
    }
  },
  SM2 {
    @Override
    String sign(byte[] text) throws CryptoException {
      SM2Signer signer = new SM2Signer();
      signer.init(true, new ParametersWithID(SM2_SECRET, "1234567812345678".getBytes(UTF_8)));
      signer.update(text, 0, text.length);
      return HexFormat.of().formatHex(signer.generateSignature());
    }

    @Override
    TextKey key() {
      byte[] point = DOMAIN.getG().multiply(SM2_SECRET.getD()).normalize().getEncoded(false);
      return TextKey.sm2(point, Sm2Parameters.DEFAULT);
    }
  };

  private static final String SALT = "salt with = and \u4f60";
  private static final ECDomainParameters DOMAIN =
      new ECDomainParameters(GMNamedCurves.getByName("sm2p256v1"));
  private static final ECPrivateKeyParameters SM2_SECRET =
      new ECPrivateKeyParameters(BigInteger.valueOf(20_221_122), DOMAIN);
  private static final KeyPair RSA_KEYS = rsaKeys();

  private static KeyPair rsaKeys() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(1024);
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  abstract String sign(byte[] text) throws GeneralSecurityException, CryptoException;

  abstract TextKey key();

  /** The signature of a text as the header has it. */
  String signatureOf(String text) {
    try {
      return sign(text.getBytes(UTF_8));
    } catch (GeneralSecurityException | CryptoException e) {
      throw new AssertionError(e);
    }
  }
}
