package io.github.mgsjaxrs.crypto;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.PublicKey;
import java.security.interfaces.RSAPublicKey;
import java.util.List;
import java.util.Optional;

/**
 * What the signatures of one key id are checked with: a salt, a secret, an access key, or a public
 * key.
 *
 * <p>The key brings its algorithm along, so no request can choose a weaker one. Parsing and
 * checking happen once, in the factory methods; a key is immutable and safe for any number of
 * threads.
 *
 * <pre>{@code
 * VerificationKey key = VerificationKey.salted(SignatureAlgorithm.SM3, "the shared salt");
 * byte[] signed = "POST\n\n/test/testSign?a=1&b=2".getBytes(StandardCharsets.UTF_8);
 * boolean admitted = key.check(signed, headerValue) == SignatureCheck.VALID;
 * }</pre>
 *
 * <p>A key does not know its id, and it does not say anything about what was signed.
 */
public final class VerificationKey {

  private final SignatureVerifier verifier;

  VerificationKey(SignatureVerifier verifier) {
    this.verifier = verifier;
  }

  /**
   * A salt that is appended to the string to sign.
   *
   * @param md5OrSm3 the digest
   * @param saltUtf8 the salt's bytes in UTF-8, at least one; they are copied
   * @return the key
   * @throws IllegalArgumentException when the algorithm takes no salt, or the salt is empty
   */
  public static VerificationKey salted(SignatureAlgorithm md5OrSm3, byte[] saltUtf8) {
    return new VerificationKey(new SaltedVerifier(md5OrSm3, saltUtf8));
  }

  /**
   * A salt that is appended to the string to sign.
   *
   * @param md5OrSm3 the digest
   * @param salt the salt, at least one character, taken exactly as it is
   * @return the key
   * @throws IllegalArgumentException when the algorithm takes no salt, or the salt is empty
   */
  public static VerificationKey salted(SignatureAlgorithm md5OrSm3, String salt) {
    return salted(md5OrSm3, salt.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * A secret that a client signs RPC requests with.
   *
   * @param algorithm RPC_MD5 or RPC_HMAC_SHA1
   * @param secretUtf8 the secret's bytes in UTF-8, at least one; they are copied
   * @param parameters how secret and text are joined, and signatures written
   * @return the key
   * @throws IllegalArgumentException when the algorithm is none of RPC, or the secret is empty
   */
  public static VerificationKey secret(
      SignatureAlgorithm algorithm, byte[] secretUtf8, RpcParameters parameters) {
    return new VerificationKey(new RpcVerifier(algorithm, secretUtf8, parameters));
  }

  /**
   * A secret that a client signs RPC requests with.
   *
   * @param algorithm RPC_MD5 or RPC_HMAC_SHA1
   * @param secret the secret, at least one character, taken exactly as it is
   * @param parameters how secret and text are joined, and signatures written
   * @return the key
   * @throws IllegalArgumentException when the algorithm is none of RPC, or the secret is empty
   */
  public static VerificationKey secret(
      SignatureAlgorithm algorithm, String secret, RpcParameters parameters) {
    return secret(algorithm, secret.getBytes(StandardCharsets.UTF_8), parameters);
  }

  /**
   * An access key of KooGallery.
   *
   * @param accessKeyUtf8 the access key's bytes in UTF-8, at least one; they are copied
   * @return the key
   * @throws IllegalArgumentException when it is empty
   */
  public static VerificationKey accessKey(byte[] accessKeyUtf8) {
    return new VerificationKey(new AccessKeyVerifier(AccessKey.of(accessKeyUtf8)));
  }

  /**
   * An access key of KooGallery.
   *
   * @param accessKey the access key, at least one character, taken exactly as it is
   * @return the key
   * @throws IllegalArgumentException when it is empty
   */
  public static VerificationKey accessKey(String accessKey) {
    return accessKey(accessKey.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * An RSA public key, for SHA1withRSA.
   *
   * @param key a key of 1024 to 8192 bits with an odd public exponent of at least 3
   * @return the key
   * @throws IllegalArgumentException when the key is outside these limits; the message says what
   *     was found
   */
  public static VerificationKey rsa(RSAPublicKey key) {
    return new VerificationKey(new RsaVerifier(key));
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
  public static VerificationKey sm2(PublicKey key, Sm2Parameters parameters) {
    return new VerificationKey(new Sm2Verifier(Sm2Curve.key(key), parameters));
  }

  /**
   * An SM2 public key, for SM3withSM2.
   *
   * @param uncompressedPoint the 65 bytes 04‖x‖y
   * @param parameters the user id and the encodings to take
   * @return the key
   * @throws IllegalArgumentException when these bytes are no point of sm2p256v1
   */
  public static VerificationKey sm2(byte[] uncompressedPoint, Sm2Parameters parameters) {
    return new VerificationKey(new Sm2Verifier(Sm2Curve.key(uncompressedPoint), parameters));
  }

  /**
   * The algorithm that this key is for.
   *
   * @return the algorithm
   */
  public SignatureAlgorithm algorithm() {
    return verifier.algorithm();
  }

  /**
   * Whether a header value is the signature of a string to sign.
   *
   * <p>The header value is read strictly: MD5 and SM3 as lower-case hex of the digest's length, RSA
   * as standard Base64 of the modulus's length with its padding, SM2 as hex in either case of
   * strict DER or of r‖s with 1 ≤ r, s &lt; n. RPC_MD5 is lower-case hex, RPC_HMAC_SHA1 hex in
   * either case or standard Base64. A digest is compared in constant time. An access key signs no
   * string alone, so for KOOGALLERY every header value is malformed: {@link #accessKey()} checks.
   *
   * @param stringToSign the string to sign in UTF-8
   * @param headerValue the value of {@code X-Mgs-Proxy-Signature}, anything a client may send
   * @return the outcome; no header value leads to an exception
   */
  public SignatureCheck check(byte[] stringToSign, String headerValue) {
    return verifier.check(stringToSign, headerValue);
  }

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
  public SignatureCheck check(SignedContent content, String headerValue) throws IOException {
    return verifier.check(content, headerValue);
  }

  /**
   * The access key that this is.
   *
   * @return empty for every algorithm but KOOGALLERY
   */
  public Optional<AccessKey> accessKey() {
    return verifier instanceof AccessKeyVerifier access
        ? Optional.of(access.key())
        : Optional.empty();
  }

  /**
   * Keys that differ from this one in a single point that is often wrong: the other digest, white
   * space at the end of the salt, encoding and user id of SM2. They serve to explain a mismatch: a
   * request that verifies only with one of them is still refused.
   *
   * @return a few keys, none for RSA
   */
  public List<KeyVariation> variations() {
    return List.copyOf(verifier.variations());
  }

  /** The algorithm, without the key: a salt never shows. */
  @Override
  public String toString() {
    return "VerificationKey[" + verifier + "]";
  }
}
