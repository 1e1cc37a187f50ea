package io.github.mgsjaxrs.benchmark.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.mgsjaxrs.benchmark.NaiveUrl;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.HexFormat;
import org.bouncycastle.jce.provider.BouncyCastleProvider;

/** The gateway's side: a salt, and an SM2 key pair that is made for one run. */
final class BenchmarkKeys {

  static final String SALT = "the salt of the benchmark";

  private static final Provider BC = new BouncyCastleProvider();

  private BenchmarkKeys() {}

  static KeyPair generate() throws GeneralSecurityException {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("EC", BC);
    generator.initialize(new ECGenParameterSpec("sm2p256v1"));
    return generator.generateKeyPair();
  }

  static PrivateKey privateKey(String base64) throws GeneralSecurityException {
    return KeyFactory.getInstance("EC", BC)
        .generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(base64)));
  }

  static String sign(Scenario.KeyId key, PrivateKey sm2, String path, String query, byte[] body)
      throws GeneralSecurityException {
    MessageDigest md5 = MessageDigest.getInstance("MD5");
    String contentMd5 = Base64.getEncoder().encodeToString(md5.digest(signed(body)));
    String text = "POST\n" + contentMd5 + "\n" + NaiveUrl.of(path, query);
    return switch (key) {
      case MD5 -> HexFormat.of().formatHex(md5.digest((text + SALT).getBytes(UTF_8)));
      case SM2 -> {
        Signature signature = Signature.getInstance("SM3withSM2", BC);
        signature.initSign(sm2);
        signature.update(text.getBytes(UTF_8));
        yield HexFormat.of().formatHex(signature.sign());
      }
    };
  }

  /** The gateway hashes the text null where there is no body. */
  private static byte[] signed(byte[] body) {
    return body.length == 0 ? "null".getBytes(UTF_8) : body;
  }
}
