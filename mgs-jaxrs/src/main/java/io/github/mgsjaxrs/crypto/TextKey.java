package io.github.mgsjaxrs.crypto;

import io.github.mgsjaxrs.SignatureAlgorithm;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.PublicKey;
import java.security.interfaces.RSAPublicKey;
import java.util.List;

/**
 * A key whose signatures are of a text alone.
 *
 * <pre>{@code
 * TextKey key = TextKey.salted(SignatureAlgorithm.SM3, "the shared salt");
 * byte[] signed = "POST\n\n/test/testSign?a=1&b=2".getBytes(StandardCharsets.UTF_8);
 * boolean admitted = key.check(signed, headerValue) == SignatureCheck.VALID;
 * }</pre>
 */
public interface TextKey extends VerificationKey {

  /**
   * A salt that is appended to the string to sign.
   *
   * @param md5OrSm3 the digest
   * @param saltUtf8 the salt's bytes in UTF-8, at least one; they are copied
   * @return the key
   * @throws IllegalArgumentException when the algorithm takes no salt, or the salt is empty
   */
  static TextKey salted(SignatureAlgorithm md5OrSm3, byte[] saltUtf8) {
    return new SaltedKey(md5OrSm3, saltUtf8);
  }

  /**
   * A salt that is appended to the string to sign.
   *
   * @param md5OrSm3 the digest
   * @param salt the salt, at least one character, taken exactly as it is
   * @return the key
   * @throws IllegalArgumentException when the algorithm takes no salt, or the salt is empty
   */
  static TextKey salted(SignatureAlgorithm md5OrSm3, String salt) {
    return salted(md5OrSm3, salt.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * An RSA public key, for SHA1withRSA.
   *
   * @param key a key of 1024 to 8192 bits with an odd public exponent of at least 3
   * @return the key
   * @throws IllegalArgumentException when the key is outside these limits; the message says what
   *     was found
   */
  static TextKey rsa(RSAPublicKey key) {
    return new RsaKey(key);
  }

  /**
   * An SM2 public key, for SM3withSM2.
   *
   * @param key an elliptic curve key of any provider; its curve has to have the numbers of
   *     sm2p256v1
   * @param parameters the user id and the encodings to take
   * @return the key
   * @throws IllegalArgumentException when the key lies on another curve, or on none
   */
  static TextKey sm2(PublicKey key, Sm2Parameters parameters) {
    return new Sm2Key(Sm2Curve.key(key), parameters);
  }

  /**
   * An SM2 public key, for SM3withSM2.
   *
   * @param uncompressedPoint the 65 bytes 04‖x‖y
   * @param parameters the user id and the encodings to take
   * @return the key
   * @throws IllegalArgumentException when these bytes are no point of sm2p256v1
   */
  static TextKey sm2(byte[] uncompressedPoint, Sm2Parameters parameters) {
    return new Sm2Key(Sm2Curve.key(uncompressedPoint), parameters);
  }

  @Override
  List<KeyVariation<TextKey>> variations();

  /**
   * Whether a header value is the signature of a text.
   *
   * <p>The header value is read strictly: MD5 and SM3 as lower-case hex of the digest's length, RSA
   * as standard Base64 of the modulus's length with its padding, SM2 as hex in either case of
   * strict DER or of r‖s with 1 ≤ r, s &lt; n. RPC_MD5 is lower-case hex, RPC_HMAC_SHA1 hex in
   * either case or standard Base64. A digest is compared in constant time.
   *
   * @param text what was signed, in UTF-8
   * @param headerValue the signature as written, anything a client may send
   * @return the outcome; no header value leads to an exception
   */
  SignatureCheck check(byte[] text, String headerValue);

  /**
   * Whether a header value is the signature of what may be too long for one array. RSA and the
   * algorithms of RPC read it in pieces and keep none of them; the others, which sign strings,
   * gather it in memory.
   *
   * @param content what was signed
   * @param headerValue the signature as written, see {@link #check(byte[], String)}
   * @return the outcome
   * @throws IOException if the content cannot be read
   */
  default SignatureCheck check(SignedContent content, String headerValue) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    content.writeTo(bytes);
    return check(bytes.toByteArray(), headerValue);
  }
}
