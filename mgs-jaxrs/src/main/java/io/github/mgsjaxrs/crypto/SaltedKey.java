package io.github.mgsjaxrs.crypto;

import io.github.mgsjaxrs.SignatureAlgorithm;
import io.github.mgsjaxrs.crypto.KeyVariation.Deviation;
import io.github.mgsjaxrs.internal.crypto.HexText;
import io.github.mgsjaxrs.internal.crypto.JdkDigest;
import io.github.mgsjaxrs.internal.request.ReusableBuffers;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import org.bouncycastle.crypto.digests.SM3Digest;

/** MD5 or SM3 over the string to sign followed by the salt, as lower-case hex. */
final class SaltedKey implements TextKey {

  private static final int MD5_BYTES = 16;
  private static final int SM3_BYTES = 32;

  private static final ReusableBuffers<MessageDigest> MD5S =
      new ReusableBuffers<>(JdkDigest.MD5::fresh);
  private static final ReusableBuffers<SM3Digest> SM3S = new ReusableBuffers<>(SM3Digest::new);

  private final SignatureAlgorithm algorithm;
  private final byte[] salt;

  SaltedKey(SignatureAlgorithm algorithm, byte[] salt) {
    if (algorithm != SignatureAlgorithm.MD5 && algorithm != SignatureAlgorithm.SM3) {
      throw new IllegalArgumentException(
          algorithm
              + (algorithm.salted() ? " takes a secret" : " takes no salt but a public key")
              + ": a salt goes with MD5 or SM3");
    }
    if (salt.length == 0) {
      throw new IllegalArgumentException(
          "The salt is empty, so anybody could sign: give the salt that the gateway signs with");
    }
    this.algorithm = algorithm;
    this.salt = salt.clone();
    if (algorithm == SignatureAlgorithm.MD5) {
      JdkDigest.MD5.require("use SM3 or a public key");
    }
  }

  @Override
  public SignatureAlgorithm algorithm() {
    return algorithm;
  }

  @Override
  public SignatureCheck check(byte[] stringToSign, String headerValue) {
    if (headerValue.length() != 2 * digestBytes()) {
      return SignatureCheck.MALFORMED;
    }
    byte[] claimed = HexText.decodeLowerCase(headerValue);
    if (claimed == null) {
      return SignatureCheck.MALFORMED;
    }
    // constant time: the expected digest is itself a valid signature
    return MessageDigest.isEqual(digest(stringToSign), claimed)
        ? SignatureCheck.VALID
        : SignatureCheck.MISMATCH;
  }

  private int digestBytes() {
    return algorithm == SignatureAlgorithm.MD5 ? MD5_BYTES : SM3_BYTES;
  }

  // what was made for one request serves the next: both digests are as new when they are done
  private byte[] digest(byte[] stringToSign) {
    if (algorithm == SignatureAlgorithm.MD5) {
      MessageDigest md5 = MD5S.take();
      md5.update(stringToSign);
      byte[] result = md5.digest(salt);
      MD5S.giveBack(md5);
      return result;
    }
    SM3Digest sm3 = SM3S.take();
    sm3.update(stringToSign, 0, stringToSign.length);
    sm3.update(salt, 0, salt.length);
    byte[] result = new byte[SM3_BYTES];
    sm3.doFinal(result, 0);
    SM3S.giveBack(sm3);
    return result;
  }

  @Override
  public List<KeyVariation<TextKey>> variations() {
    List<KeyVariation<TextKey>> variations = new ArrayList<>();
    SignatureAlgorithm other =
        algorithm == SignatureAlgorithm.MD5 ? SignatureAlgorithm.SM3 : SignatureAlgorithm.MD5;
    variations.add(variation(Deviation.OTHER_DIGEST, other, salt));
    SaltVariations.of(salt)
        .forEach((deviation, changed) -> variations.add(variation(deviation, algorithm, changed)));
    return variations;
  }

  private static KeyVariation<TextKey> variation(
      Deviation deviation, SignatureAlgorithm algorithm, byte[] salt) {
    return new KeyVariation<>(deviation, TextKey.salted(algorithm, salt));
  }

  @Override
  public String toString() {
    return "VerificationKey[" + algorithm + ", salt <redacted>]";
  }
}
