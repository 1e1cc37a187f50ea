package io.github.mgsjaxrs.benchmark;

import io.github.mgsjaxrs.crypto.SignatureCheck;
import io.github.mgsjaxrs.crypto.Sm2Encoding;
import io.github.mgsjaxrs.crypto.Sm2Engine;
import io.github.mgsjaxrs.crypto.Sm2Parameters;
import io.github.mgsjaxrs.crypto.TextKey;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Provider;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.X509EncodedKeySpec;
import org.apache.commons.codec.DecoderException;
import org.apache.commons.codec.binary.Base64;
import org.apache.commons.codec.binary.Hex;
import org.bouncycastle.jce.provider.BouncyCastleProvider;

/** Ways to verify one SM2 signature: a header value in hex in, the verdict out. */
final class Sm2Work {

  private static final Provider BC = new BouncyCastleProvider();

  private final byte[] text;
  private final String header;
  private final String publicKey;
  private final Signature cached;
  private final TextKey fast;
  private final TextKey bc;

  Sm2Work(byte[] text) throws GeneralSecurityException {
    this.text = text;
    KeyPairGenerator generator = KeyPairGenerator.getInstance("EC", BC);
    generator.initialize(new ECGenParameterSpec("sm2p256v1"));
    KeyPair pair = generator.generateKeyPair();
    Signature signer = Signature.getInstance("SM3withSM2", BC);
    signer.initSign(pair.getPrivate());
    signer.update(text);
    this.header = Hex.encodeHexString(signer.sign());
    this.publicKey = Base64.encodeBase64String(pair.getPublic().getEncoded());
    this.cached = Signature.getInstance("SM3withSM2", BC);
    cached.initVerify(pair.getPublic());
    String userId = Sm2Parameters.DEFAULT.userId();
    this.fast = key(pair, new Sm2Parameters(Sm2Encoding.BOTH, userId, Sm2Engine.FAST));
    this.bc = key(pair, new Sm2Parameters(Sm2Encoding.BOTH, userId, Sm2Engine.BC));
  }

  private static TextKey key(KeyPair pair, Sm2Parameters parameters) {
    return TextKey.sm2(pair.getPublic(), parameters);
  }

  String header() {
    return header;
  }

  /** The public key as it may be configured. */
  String keyText() {
    return publicKey;
  }

  boolean verifiedBy(TextKey key) {
    return key.check(text, header) == SignatureCheck.VALID;
  }

  boolean fast() {
    return fast.check(text, header) == SignatureCheck.VALID;
  }

  boolean bouncyCastleEngine() {
    return bc.check(text, header) == SignatureCheck.VALID;
  }

  /** As the gateway's documentation shows it for one request: everything from the key's text on. */
  boolean documented() {
    try {
      PublicKey key =
          KeyFactory.getInstance("EC", BC)
              .generatePublic(new X509EncodedKeySpec(Base64.decodeBase64(publicKey)));
      Signature signature = Signature.getInstance("SM3withSM2", BC);
      signature.initVerify(key);
      signature.update(text);
      return signature.verify(Hex.decodeHex(header));
    } catch (GeneralSecurityException | DecoderException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The same with the key and the Signature kept from one request to the next. */
  boolean cached() {
    try {
      cached.update(text);
      return cached.verify(Hex.decodeHex(header));
    } catch (GeneralSecurityException | DecoderException e) {
      throw new IllegalStateException(e);
    }
  }
}
