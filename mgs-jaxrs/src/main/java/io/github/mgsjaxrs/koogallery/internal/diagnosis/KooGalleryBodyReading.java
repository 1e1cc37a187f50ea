package io.github.mgsjaxrs.koogallery.internal.diagnosis;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.mgsjaxrs.koogallery.crypto.AccessKey;
import io.github.mgsjaxrs.koogallery.crypto.KeyedText;
import io.github.mgsjaxrs.koogallery.crypto.KeyedText.Place;
import java.io.ByteArrayOutputStream;
import java.util.HexFormat;
import java.util.function.Function;

/**
 * What version 2 signs, in its parts.
 *
 * @param inText where the access key stands in the text
 * @param order how the rest of the text is put together
 * @param nonce the nonce
 * @param timestamp the time
 * @param body the body
 * @param digest what of the body enters the text
 */
record KooGalleryBodyReading(
    Place inText, Order order, String nonce, String timestamp, HashedBody body, Digest digest)
    implements KooGalleryReading {

  private static final byte[] NOTHING = new byte[0];

  /** Nonce and time in front of the digest. */
  enum Order {
    NONCE_FIRST,
    TIME_FIRST,
    NONCE_ALONE,
    TIME_ALONE
  }

  /** Writes the digest of a body. */
  @FunctionalInterface
  interface Digest {
    byte[] of(HashedBody body, AccessKey key);
  }

  /** As verification reads it. */
  static KooGalleryBodyReading of(String nonce, String timestamp, byte[] body) {
    return new KooGalleryBodyReading(
        Place.BEFORE,
        Order.NONCE_FIRST,
        nonce,
        timestamp,
        new HashedBody(body),
        (hashed, key) -> HexFormat.of().formatHex(hashed.hmac(key)).getBytes(UTF_8));
  }

  @Override
  public Function<AccessKey, KeyedText> written() {
    return this::under;
  }

  private KeyedText under(AccessKey key) {
    String front =
        switch (order) {
          case NONCE_FIRST -> nonce + timestamp;
          case TIME_FIRST -> timestamp + nonce;
          case NONCE_ALONE -> nonce;
          case TIME_ALONE -> timestamp;
        };
    ByteArrayOutputStream text = new ByteArrayOutputStream();
    text.writeBytes(front.getBytes(UTF_8));
    text.writeBytes(digest.of(body, key));
    return new KeyedText(Place.BEFORE, NOTHING, inText, text.toByteArray());
  }

  KooGalleryBodyReading withKey(Place other) {
    return new KooGalleryBodyReading(other, order, nonce, timestamp, body, digest);
  }

  KooGalleryBodyReading withOrder(Order other) {
    return new KooGalleryBodyReading(inText, other, nonce, timestamp, body, digest);
  }

  KooGalleryBodyReading withNonce(String other) {
    return new KooGalleryBodyReading(inText, order, other, timestamp, body, digest);
  }

  KooGalleryBodyReading withTimestamp(String other) {
    return new KooGalleryBodyReading(inText, order, nonce, other, body, digest);
  }

  KooGalleryBodyReading withBody(byte[] other) {
    return new KooGalleryBodyReading(
        inText, order, nonce, timestamp, new HashedBody(other), digest);
  }

  KooGalleryBodyReading withDigest(Digest other) {
    return new KooGalleryBodyReading(inText, order, nonce, timestamp, body, other);
  }
}
