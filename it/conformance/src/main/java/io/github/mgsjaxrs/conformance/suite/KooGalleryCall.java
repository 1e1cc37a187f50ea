package io.github.mgsjaxrs.conformance.suite;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.mgsjaxrs.conformance.openssl.OpenSsl;
import io.github.mgsjaxrs.conformance.vectors.GatewayKey;
import io.github.mgsjaxrs.conformance.wire.Framing;
import io.github.mgsjaxrs.conformance.wire.RawRequest;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.HexFormat;
import java.util.UUID;

/**
 * Requests as KooGallery signs them, signed by OpenSSL. It shares no code with the library.
 *
 * @param path the path as it is sent
 * @param key the access key
 * @param now when it is signed
 */
record KooGalleryCall(String path, GatewayKey key, Instant now) {

  /** What version 2 sends, for whoever asks for no other. */
  static final byte[] BODY =
      "{\"activity\":\"newInstance\",\"businessId\":\"87b94795\",\"testFlag\":\"1\"}"
          .getBytes(UTF_8);

  private static final DateTimeFormatter TIME_STAMP =
      DateTimeFormatter.ofPattern("yyyyMMddHHmmssSSS").withZone(ZoneOffset.UTC);

  /** A call of this moment. */
  static KooGalleryCall to(String path) {
    return new KooGalleryCall(path, SuiteKeys.ofKooGallery().get(0), Instant.now());
  }

  KooGalleryCall by(GatewayKey another) {
    return new KooGalleryCall(path, another, now);
  }

  KooGalleryCall at(Instant another) {
    return new KooGalleryCall(path, key, another);
  }

  /** What {@code Body-Sign} has to be for a body, by the first key. */
  static String bodySign(byte[] body) {
    return bodySign(SuiteKeys.ofKooGallery().get(0), body);
  }

  /** What {@code Body-Sign} has to be for a body. */
  static String bodySign(GatewayKey key, byte[] body) {
    return "sign_type=\"HMAC-SHA256\", signature=\""
        + base64(hmac(key.requiredSalt(), body))
        + "\"";
  }

  String timeStamp() {
    return TIME_STAMP.format(now);
  }

  String millis() {
    return Long.toString(now.toEpochMilli());
  }

  /**
   * The token of version 1.
   *
   * @param decoded the parameters but the token, decoded, sorted and joined
   * @return Base64
   */
  String token(String decoded) {
    return base64(hmac(key.requiredSalt() + timeStamp(), decoded.getBytes(UTF_8)));
  }

  /**
   * Version 1 with a few parameters.
   *
   * @return the request, rightly signed
   */
  RawRequest first() {
    return first("activity=newInstance&p1=1&timeStamp=" + timeStamp());
  }

  /** Version 1 with a query whose names are sorted, and that has nothing to decode. */
  RawRequest first(String query) {
    return first(query, token(query));
  }

  /**
   * Version 1.
   *
   * @param query all parameters but the token, as they are sent
   * @param token the token, not yet percent-encoded
   * @return the request
   */
  RawRequest first(String query, String token) {
    return get(query + "&authToken=" + encoded(token));
  }

  RawRequest get(String query) {
    return RawRequest.of("GET", path + "?" + query);
  }

  static String encoded(String token) {
    return token.replace("%", "%25").replace("+", "%2B").replace("/", "%2F").replace("=", "%3D");
  }

  /** Version 2, rightly signed. */
  RawRequest second(byte[] body) {
    return second(body, new Framing.Length());
  }

  RawRequest second(byte[] body, Framing framing) {
    String nonce = nonce();
    return post(signature(nonce, millis(), body), millis(), nonce, body, framing);
  }

  RawRequest post(String signature, String timestamp, String nonce, byte[] body, Framing framing) {
    String query = "signature=" + signature + "&timestamp=" + timestamp + "&nonce=" + nonce;
    return RawRequest.of("POST", path + "?" + query)
        .header("Content-Type", "application/json")
        .body(body, framing);
  }

  static String nonce() {
    return UUID.randomUUID().toString().replace("-", "");
  }

  /** The signature of version 2, in upper-case hex. */
  String signature(String nonce, String timestamp, byte[] body) {
    String digest = HexFormat.of().formatHex(hmac(key.requiredSalt(), body));
    String text = key.requiredSalt() + nonce + timestamp + digest;
    return HexFormat.of().withUpperCase().formatHex(hmac(key.requiredSalt(), text.getBytes(UTF_8)));
  }

  private static byte[] hmac(String key, byte[] message) {
    return OpenSsl.hmacSha256(key.getBytes(UTF_8), message);
  }

  private static String base64(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }
}
