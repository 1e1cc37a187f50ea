package io.github.mgsjaxrs.client;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.mgsjaxrs.internal.crypto.Hmac;
import io.github.mgsjaxrs.koogallery.protocol.KooGalleryQuery;
import io.github.mgsjaxrs.request.MalformedRequestException;
import java.io.ByteArrayOutputStream;
import java.net.URLEncoder;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * Signs requests as KooGallery does, to test one's own resources.
 *
 * <pre>{@code
 * KooGallerySigner marketplace = KooGallerySigner.of("the access key");
 * URI first =
 *     URI.create(uri + "?" + marketplace.signQuery("activity=newInstance&orderId=CS1", now));
 * URI second = URI.create(uri + "?" + marketplace.signBody(null, body, now));
 * }</pre>
 *
 * <p>Source: Huawei Cloud KooGallery, "SaaS access guide", authentication of requests. Immutable
 * and safe for any number of threads.
 */
public final class KooGallerySigner {

  private static final int NONCE_BYTES = 32;
  private static final DateTimeFormatter TIME_STAMP =
      DateTimeFormatter.ofPattern("uuuuMMddHHmmssSSS").withZone(ZoneOffset.UTC);
  private static final HexFormat UPPER_CASE = HexFormat.of().withUpperCase();

  private final byte[] accessKey;
  private final SecureRandom random = new SecureRandom();

  private KooGallerySigner(byte[] accessKey) {
    if (accessKey.length == 0) {
      throw new IllegalArgumentException(
          "The access key is empty: give the one that both sides share");
    }
    this.accessKey = accessKey.clone();
  }

  /**
   * Signs with an access key.
   *
   * @param accessKey the access key, taken exactly
   * @return a signer
   * @throws IllegalArgumentException if it is empty
   */
  public static KooGallerySigner of(String accessKey) {
    return of(accessKey.getBytes(UTF_8));
  }

  /**
   * Signs with an access key.
   *
   * @param accessKeyUtf8 the access key's bytes in UTF-8; they are copied
   * @return a signer
   * @throws IllegalArgumentException if it is empty
   */
  public static KooGallerySigner of(byte[] accessKeyUtf8) {
    return new KooGallerySigner(accessKeyUtf8);
  }

  /**
   * Signs a GET (interface version 1).
   *
   * @param query the query without its question mark, percent-encoded, or null for none
   * @param time when it is signed
   * @return the query to send: the same with {@code timeStamp} and {@code authToken} behind it
   * @throws IllegalArgumentException if the query cannot be decoded, or is signed already
   */
  public String signQuery(@Nullable String query, Instant time) {
    requireUnsigned(query, KooGalleryQuery.TIME_STAMP, KooGalleryQuery.AUTH_TOKEN);
    String timeStamp = TIME_STAMP.format(time);
    String timed = and(query, KooGalleryQuery.TIME_STAMP, timeStamp);
    byte[] token =
        hmac(joined(accessKey, timeStamp.getBytes(UTF_8)), read(timed).message().getBytes(UTF_8));
    return and(timed, KooGalleryQuery.AUTH_TOKEN, Base64.getEncoder().encodeToString(token));
  }

  /**
   * Signs a POST (interface version 2) with a nonce of its own.
   *
   * @param query the query without its question mark, percent-encoded, or null for none; it is not
   *     signed
   * @param body the body in the bytes in which it will be sent
   * @param time when it is signed
   * @return the query to send: the same with {@code signature}, {@code timestamp} and {@code nonce}
   * @throws IllegalArgumentException if the query cannot be decoded, or has one of these already
   */
  public String signBody(@Nullable String query, byte[] body, Instant time) {
    byte[] nonce = new byte[NONCE_BYTES];
    random.nextBytes(nonce);
    return signBody(query, body, time, UPPER_CASE.formatHex(nonce));
  }

  /**
   * Signs a POST (interface version 2) with a given nonce, to send it twice, say.
   *
   * @param query the query without its question mark, percent-encoded, or null for none; it is not
   *     signed
   * @param body the body in the bytes in which it will be sent
   * @param time when it is signed
   * @param nonce the nonce
   * @return the query to send: the same with {@code signature}, {@code timestamp} and {@code nonce}
   * @throws IllegalArgumentException if the query cannot be decoded, or has one of these already
   */
  public String signBody(@Nullable String query, byte[] body, Instant time, String nonce) {
    requireUnsigned(
        query, KooGalleryQuery.SIGNATURE, KooGalleryQuery.TIMESTAMP, KooGalleryQuery.NONCE);
    String timestamp = String.valueOf(time.toEpochMilli());
    String digest = HexFormat.of().formatHex(hmac(accessKey, body));
    byte[] canonical = joined(accessKey, (nonce + timestamp + digest).getBytes(UTF_8));
    String signature = UPPER_CASE.formatHex(hmac(accessKey, canonical));
    String signed = and(query, KooGalleryQuery.SIGNATURE, signature);
    String timed = and(signed, KooGalleryQuery.TIMESTAMP, timestamp);
    return and(timed, KooGalleryQuery.NONCE, nonce);
  }

  private static void requireUnsigned(@Nullable String query, String... names) {
    KooGalleryQuery parameters = read(query);
    for (String name : names) {
      if (!parameters.values(name).isEmpty()) {
        throw new IllegalArgumentException(
            "The query has a parameter " + name + " already: leave it out, signing adds it");
      }
    }
  }

  private static KooGalleryQuery read(@Nullable String query) {
    try {
      return KooGalleryQuery.of(query, Integer.MAX_VALUE);
    } catch (MalformedRequestException unfit) {
      throw new IllegalArgumentException(
          "The query cannot be sent: " + unfit.getMessage() + ". Percent-encode it", unfit);
    }
  }

  private static String and(@Nullable String query, String name, String value) {
    String parameter = name + "=" + URLEncoder.encode(value, UTF_8);
    return query == null || query.isEmpty() ? parameter : query + "&" + parameter;
  }

  private static byte[] joined(byte[] first, byte[] second) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.writeBytes(first);
    bytes.writeBytes(second);
    return bytes.toByteArray();
  }

  private static byte[] hmac(byte[] key, byte[] text) {
    return Hmac.SHA_256.keyed(key).doFinal(text);
  }

  /** Without the key. */
  @Override
  public String toString() {
    return "KooGallerySigner[<redacted>]";
  }
}
