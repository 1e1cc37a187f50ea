package io.github.mgsjaxrs.koogallery.crypto;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.mgsjaxrs.SignatureAlgorithm;
import io.github.mgsjaxrs.crypto.KeyVariation;
import io.github.mgsjaxrs.crypto.SaltVariations;
import io.github.mgsjaxrs.crypto.SignatureCheck;
import io.github.mgsjaxrs.crypto.SignedContent;
import io.github.mgsjaxrs.crypto.VerificationKey;
import io.github.mgsjaxrs.internal.crypto.Base64Text;
import io.github.mgsjaxrs.internal.crypto.DigestSink;
import io.github.mgsjaxrs.internal.crypto.HexText;
import io.github.mgsjaxrs.internal.crypto.Hmac;
import io.github.mgsjaxrs.internal.request.ReusableBuffers;
import java.io.IOException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.crypto.Mac;

/**
 * The access key that KooGallery and a seller share: it signs requests and answers, and encrypts
 * the fields of an answer that others must not read.
 *
 * <pre>{@code
 * AccessKey key = AccessKey.of(secret.getBytes(StandardCharsets.UTF_8));
 * SignatureCheck first = key.checkQuery("20230404083426618", message, authToken);
 * SignatureCheck second = key.checkBody(nonce, "1680508066618", out -> out.write(body), signature);
 * String signed = key.bodySignature(answer);
 * }</pre>
 *
 * <p>Everything is HMAC-SHA256 (KooGallery, "Access guide for SaaS products"). It knows no clock
 * and remembers nothing: that a request is not too old, and is there for the first time, is for its
 * user to see to. Immutable and safe for any number of threads; the key itself never shows.
 */
public final class AccessKey implements VerificationKey {

  private static final int HMAC_BYTES = 32;
  private static final int BASE64_CHARACTERS = 44;

  /** Without a key: that of a query changes with each request. */
  private static final ReusableBuffers<Mac> MACS = new ReusableBuffers<>(Hmac.SHA_256::unkeyed);

  private final byte[] key;
  private final ReusableBuffers<Mac> keyed = new ReusableBuffers<>(this::keyedMac);
  private final Map<EncryptType, SensitiveFields> fields = new ConcurrentHashMap<>();

  private AccessKey(byte[] key) {
    this.key = key;
    // a JVM without the algorithm has to fail at the start, not at the first request
    keyed.giveBack(keyedMac());
  }

  /**
   * The access key as the console shows it.
   *
   * @param utf8 its bytes in UTF-8, at least one; they are copied
   * @return the key
   * @throws IllegalArgumentException if it is empty
   */
  public static AccessKey of(byte[] utf8) {
    if (utf8.length == 0) {
      throw new IllegalArgumentException(
          "The access key is empty, so anybody could sign: give the one of KooGallery's console");
    }
    return new AccessKey(utf8.clone());
  }

  /**
   * The access key as the console shows it.
   *
   * @param text at least one character, taken exactly as it is
   * @return the key
   * @throws IllegalArgumentException if it is empty
   */
  public static AccessKey of(String text) {
    return of(text.getBytes(UTF_8));
  }

  /**
   * Whether a token is that of a query (interface version 1).
   *
   * <p>The HMAC's key is the access key followed by the time. So a time that is empty, or anything
   * but digits, is refused: without one the token would be what {@link #bodySignature} gives for
   * the same bytes, and an answer's signature would sign a request.
   *
   * @param timeStamp the parameter {@code timeStamp}: decimal digits, as they were sent
   * @param message the other parameters as they were signed: decoded, sorted and joined
   * @param authToken the parameter {@code authToken}: standard Base64 of 32 bytes
   * @return the outcome; nothing that a client may send leads to an exception
   */
  public SignatureCheck checkQuery(String timeStamp, byte[] message, String authToken) {
    if (!isDigits(timeStamp) || authToken.length() != BASE64_CHARACTERS) {
      return SignatureCheck.MALFORMED;
    }
    byte[] claimed = Base64Text.decode(authToken);
    if (claimed == null || claimed.length != HMAC_BYTES) {
      return SignatureCheck.MALFORMED;
    }
    byte[] time = timeStamp.getBytes(US_ASCII);
    byte[] timed = Arrays.copyOf(key, key.length + time.length);
    System.arraycopy(time, 0, timed, key.length, time.length);
    Mac mac = MACS.take();
    byte[] expected = Hmac.SHA_256.keyed(mac, timed).doFinal(message);
    MACS.giveBack(mac);
    return compared(expected, claimed);
  }

  /**
   * Whether a signature is that of a body (interface version 2). The body is read in pieces and not
   * kept.
   *
   * @param nonce the parameter {@code nonce}
   * @param timestamp the parameter {@code timestamp}: decimal digits, as they were sent
   * @param body the bytes of the body as they were sent
   * @param signature the parameter {@code signature}: 64 hex digits in either case
   * @return the outcome; nothing that a client may send leads to an exception
   * @throws IOException if the body cannot be read
   */
  public SignatureCheck checkBody(
      String nonce, String timestamp, SignedContent body, String signature) throws IOException {
    if (!isDigits(timestamp) || signature.length() != 2 * HMAC_BYTES) {
      return SignatureCheck.MALFORMED;
    }
    byte[] claimed = HexText.decodeAnyCase(signature);
    if (claimed == null) {
      return SignatureCheck.MALFORMED;
    }
    Mac mac = keyed.take();
    // where the body cannot be read, the MAC has taken a part of it and is not given back
    body.writeTo(new DigestSink(mac::update));
    String digest = HexFormat.of().formatHex(mac.doFinal());
    mac.update(key);
    byte[] expected = mac.doFinal((nonce + timestamp + digest).getBytes(UTF_8));
    keyed.giveBack(mac);
    return compared(expected, claimed);
  }

  /**
   * The signature of an answer, as it stands in its header {@code Body-Sign}.
   *
   * <pre>{@code Body-Sign: sign_type="HMAC-SHA256", signature="<this>"}</pre>
   *
   * @param body the very bytes that are sent
   * @return standard Base64
   */
  public String bodySignature(byte[] body) {
    Mac mac = keyed.take();
    byte[] signature = mac.doFinal(body);
    keyed.giveBack(mac);
    return Base64.getEncoder().encodeToString(signature);
  }

  /**
   * What encrypts fields with this key.
   *
   * @param type how, as the request says it
   * @return the same for every call
   * @throws IllegalStateException if this JVM cannot derive the key; the message says what it lacks
   */
  public SensitiveFields sensitiveFields(EncryptType type) {
    return fields.computeIfAbsent(type, each -> SensitiveFields.of(key, each));
  }

  /**
   * Whether a signature is one over another text, or with another key, than KooGallery's rules
   * give. It explains why a request was refused, and never admits one.
   *
   * @param text how key and text of the HMAC were put together
   * @param claimed the 32 bytes that the signature is said to be
   * @return the outcome; malformed where there are not 32, or the HMAC would have no key
   */
  public SignatureCheck check(KeyedText text, byte[] claimed) {
    byte[] hmacKey = text.hmacKey(key);
    if (claimed.length != HMAC_BYTES || hmacKey.length == 0) {
      return SignatureCheck.MALFORMED;
    }
    Mac mac = MACS.take();
    byte[] expected = Hmac.SHA_256.keyed(mac, hmacKey).doFinal(text.hmacText(key));
    MACS.giveBack(mac);
    return compared(expected, claimed);
  }

  @Override
  public SignatureAlgorithm algorithm() {
    return SignatureAlgorithm.KOOGALLERY;
  }

  /** Keys that are often configured in place of this one or signed with. */
  @Override
  public List<KeyVariation<AccessKey>> variations() {
    return SaltVariations.ofAccessKey(key).entrySet().stream()
        .map(changed -> new KeyVariation<>(changed.getKey(), AccessKey.of(changed.getValue())))
        .toList();
  }

  private static boolean isDigits(String text) {
    return !text.isEmpty() && text.chars().allMatch(c -> c >= '0' && c <= '9');
  }

  private static SignatureCheck compared(byte[] expected, byte[] claimed) {
    // constant time: what is expected is itself a valid signature
    return MessageDigest.isEqual(expected, claimed)
        ? SignatureCheck.VALID
        : SignatureCheck.MISMATCH;
  }

  private Mac keyedMac() {
    return Hmac.SHA_256.keyed(key);
  }

  /** Without the key. */
  @Override
  public String toString() {
    return "VerificationKey[KOOGALLERY, access key <redacted>]";
  }
}
