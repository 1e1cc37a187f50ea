package io.github.mgsjaxrs.koogallery.internal.diagnosis;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.mgsjaxrs.internal.diagnosis.Diagnosis;
import io.github.mgsjaxrs.koogallery.crypto.AccessKey;
import java.net.URLEncoder;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A request of KooGallery that somebody signed in a wrong way, and what has to be said of it.
 *
 * @param name in which way
 * @param query the query as it is sent
 * @param body the body as it is sent
 * @param sentence a part of the sentence that names the cause
 */
record KooGalleryFault(String name, String query, String body, String sentence) {

  static final String KEY = "test-access-key";
  static final String TIME = "20230403074746618";
  static final String MILLIS = "1680508066618";
  static final String NONCE = "50D83FDECAED6CCD";
  static final String BODY = "{ \"activity\" : \"newInstance\",\n  \"name\" : \"\u5bc6\" }\n";

  static byte[] hmac(String key, byte[] text) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key.getBytes(UTF_8), "HmacSHA256"));
      return mac.doFinal(text);
    } catch (GeneralSecurityException impossible) {
      throw new AssertionError(impossible);
    }
  }

  static byte[] hmac(String key, String text) {
    return hmac(key, text.getBytes(UTF_8));
  }

  static String base64(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }

  static String hex(byte[] bytes) {
    return HexFormat.of().formatHex(bytes);
  }

  private static String escaped(String text) {
    return URLEncoder.encode(text, UTF_8);
  }

  /** Parameters that are sent with the time, and an {@code authToken}. */
  static String queryWith(String parameters, String token) {
    return parameters + "&timeStamp=" + TIME + "&authToken=" + escaped(token);
  }

  static KooGalleryFault token(String name, String parameters, String token, String sentence) {
    return new KooGalleryFault(name, queryWith(parameters, token), "", sentence);
  }

  /** Version 1: another text than the one that the parameters make. */
  static KooGalleryFault message(String name, String parameters, String message, String sentence) {
    return token(name, parameters, base64(hmac(KEY + TIME, message)), sentence);
  }

  /** Version 1: another key of the HMAC. */
  static KooGalleryFault hmacKey(String name, String key, String sentence) {
    return token(name, "a=1", base64(hmac(key, "a=1&timeStamp=" + TIME)), sentence);
  }

  static String queryWithSignature(String signature) {
    return "signature=" + escaped(signature) + "&timestamp=" + MILLIS + "&nonce=" + NONCE;
  }

  /** Version 2: another text. */
  static KooGalleryFault text(String name, String text, String sentence) {
    return new KooGalleryFault(name, queryWithSignature(hex(hmac(KEY, text))), BODY, sentence);
  }

  /** Version 2: another body. */
  static KooGalleryFault body(String name, String signed, String sent, String sentence) {
    String text = KEY + NONCE + MILLIS + hex(hmac(KEY, signed));
    return new KooGalleryFault(name, queryWithSignature(hex(hmac(KEY, text))), sent, sentence);
  }

  /** What is said of it where this key is configured, and no other one. */
  Diagnosis diagnosis(String accessKey) {
    Map<String, AccessKey> keys = Map.of("shop", AccessKey.of(accessKey));
    return diagnosis(query, body, keys, keys, List.of("shop"));
  }

  static Diagnosis diagnosis(
      String query,
      String body,
      Map<String, AccessKey> tried,
      Map<String, AccessKey> all,
      List<String> listed) {
    return new KooGalleryMismatch(
            query, Optional.of(body.getBytes(UTF_8)), tried, listed, all, 1000)
        .diagnose();
  }

  @Override
  public String toString() {
    return name;
  }
}
