package io.github.mgsjaxrs.apigateway.crypto;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.mgsjaxrs.SignatureAlgorithm;
import io.github.mgsjaxrs.crypto.KeyVariation;
import io.github.mgsjaxrs.crypto.SaltVariations;
import io.github.mgsjaxrs.crypto.SignatureCheck;
import io.github.mgsjaxrs.crypto.TextKey;
import io.github.mgsjaxrs.internal.crypto.Base64Text;
import io.github.mgsjaxrs.internal.crypto.Hmac;
import io.github.mgsjaxrs.internal.request.ReusableBuffers;
import java.security.MessageDigest;
import java.util.List;
import javax.crypto.Mac;

/**
 * The secret of a backend signature of API Gateway: HMAC-SHA256 over the text in UTF-8, in Base64
 * (API Gateway, "Backend signature").
 *
 * <pre>{@code
 * TextKey key = ApiGatewayKey.of("the secret");
 * boolean admitted = key.check(text, headerValue) == SignatureCheck.VALID;
 * }</pre>
 *
 * <p>A signature is taken in one way of writing alone: 44 characters of standard Base64, its
 * padding included. Immutable and safe for any number of threads; the secret never shows.
 */
public final class ApiGatewayKey implements TextKey {

  private static final int HMAC_BYTES = 32;
  private static final int BASE64_CHARACTERS = 44;

  private final byte[] secret;
  private final ReusableBuffers<Mac> macs = new ReusableBuffers<>(this::keyedMac);

  private ApiGatewayKey(byte[] secret) {
    this.secret = secret;
    // a JVM without the algorithm has to fail at the start, not at the first request
    macs.giveBack(keyedMac());
  }

  /**
   * The secret as the console shows it.
   *
   * @param utf8 its bytes in UTF-8, at least one; they are copied
   * @return the key
   * @throws IllegalArgumentException if it is empty
   */
  public static ApiGatewayKey of(byte[] utf8) {
    if (utf8.length == 0) {
      throw new IllegalArgumentException(
          "The secret is empty, so anybody could sign: give the secret of the backend signature");
    }
    return new ApiGatewayKey(utf8.clone());
  }

  /**
   * The secret as the console shows it.
   *
   * @param text at least one character, taken exactly as it is
   * @return the key
   * @throws IllegalArgumentException if it is empty
   */
  public static ApiGatewayKey of(String text) {
    return of(text.getBytes(UTF_8));
  }

  @Override
  public SignatureAlgorithm algorithm() {
    return SignatureAlgorithm.API_GATEWAY_HMAC_SHA256;
  }

  @Override
  public SignatureCheck check(byte[] text, String headerValue) {
    byte[] claimed =
        headerValue.length() == BASE64_CHARACTERS ? Base64Text.decode(headerValue) : null;
    if (claimed == null || claimed.length != HMAC_BYTES) {
      return SignatureCheck.MALFORMED;
    }
    Mac mac = macs.take();
    byte[] expected = mac.doFinal(text);
    macs.giveBack(mac);
    // constant time: what is expected is itself a valid signature
    return MessageDigest.isEqual(expected, claimed)
        ? SignatureCheck.VALID
        : SignatureCheck.MISMATCH;
  }

  /** Secrets that are often configured in place of this one, or signed with. */
  @Override
  public List<KeyVariation<TextKey>> variations() {
    return SaltVariations.ofAccessKey(secret).entrySet().stream()
        .map(changed -> new KeyVariation<TextKey>(changed.getKey(), of(changed.getValue())))
        .toList();
  }

  private Mac keyedMac() {
    return Hmac.SHA_256.keyed(secret);
  }

  /** Without the secret. */
  @Override
  public String toString() {
    return "VerificationKey[API_GATEWAY_HMAC_SHA256, secret <redacted>]";
  }
}
