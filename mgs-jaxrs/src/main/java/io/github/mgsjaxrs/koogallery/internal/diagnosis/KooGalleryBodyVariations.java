package io.github.mgsjaxrs.koogallery.internal.diagnosis;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.github.mgsjaxrs.internal.crypto.JdkDigest;
import io.github.mgsjaxrs.internal.diagnosis.BodyChange;
import io.github.mgsjaxrs.internal.diagnosis.Finding;
import io.github.mgsjaxrs.koogallery.crypto.KeyedText.Place;
import io.github.mgsjaxrs.koogallery.internal.diagnosis.KooGalleryBodyReading.Digest;
import io.github.mgsjaxrs.koogallery.internal.diagnosis.KooGalleryBodyReading.Order;
import io.github.mgsjaxrs.koogallery.internal.diagnosis.KooGalleryVariation.Part;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;

/** What is often otherwise where somebody signs a body, or passes it on (version 2). */
final class KooGalleryBodyVariations {

  private static final byte[] NOTHING = new byte[0];
  private static final String DIGEST_NEEDED = ": its HMAC-SHA256 in lower-case hex is needed";

  private final List<KooGalleryVariation<KooGalleryBodyReading>> variations = new ArrayList<>();

  private KooGalleryBodyVariations() {}

  static List<KooGalleryVariation<KooGalleryBodyReading>> of(KooGalleryBodyReading sent) {
    KooGalleryBodyVariations all = new KooGalleryBodyVariations();
    all.addBodies();
    all.addDigests();
    all.addOrders();
    all.addTexts(sent);
    all.addKeys();
    return all.variations;
  }

  private void addBodies() {
    for (BodyChange each : BodyChange.ALL) {
      UnaryOperator<byte[]> change = each.orSame();
      add(Part.BODY, each.why(), reading -> reading.withBody(change.apply(reading.body().bytes())));
    }
    add(
        Part.BODY,
        "An empty body was signed, and one is sent: sign the bytes that are sent",
        reading -> reading.withBody(NOTHING));
  }

  private void addDigests() {
    addDigest(
        "The body's HMAC-SHA256 was written in upper-case hex: lower case is needed there, also"
            + " where the signature is in upper case",
        (body, key) -> HexFormat.of().withUpperCase().formatHex(body.hmac(key)).getBytes(US_ASCII));
    addDigest(
        "The body's HMAC-SHA256 was written in Base64: lower-case hex is needed",
        (body, key) -> Base64.getEncoder().encode(body.hmac(key)));
    addDigest(
        "The body was hashed by SHA-256 without the access key" + DIGEST_NEEDED,
        (body, key) ->
            HexFormat.of().formatHex(JdkDigest.SHA_256.of(body.bytes())).getBytes(US_ASCII));
    addDigest("The body was signed as it is" + DIGEST_NEEDED, (body, key) -> body.bytes());
    addDigest(
        "The body was not signed" + DIGEST_NEEDED + " behind nonce and timestamp",
        (body, key) -> NOTHING);
  }

  private void addDigest(String why, Digest digest) {
    add(Part.DIGEST, why, reading -> reading.withDigest(digest));
  }

  private void addOrders() {
    addOrder(
        "The timestamp was signed in front of the nonce: the nonce comes first", Order.TIME_FIRST);
    addOrder("The timestamp was not signed: it stands behind the nonce", Order.NONCE_ALONE);
    addOrder("The nonce was not signed: it stands in front of the timestamp", Order.TIME_ALONE);
  }

  private void addOrder(String why, Order order) {
    add(Part.ORDER, why, reading -> reading.withOrder(order));
  }

  private void addTexts(KooGalleryBodyReading sent) {
    KooGalleryTimes.ofVersion2(sent.timestamp())
        .forEach(
            (text, notation) ->
                add(
                    Part.TIME,
                    "The timestamp was signed "
                        + notation
                        + ", and is sent otherwise: both have to be the same text",
                    reading -> reading.withTimestamp(text)));
    for (String nonce :
        List.of(
            sent.nonce().toLowerCase(Locale.ROOT),
            sent.nonce().toUpperCase(Locale.ROOT),
            sent.nonce().replace(' ', '+'))) {
      add(
          Part.NONCE,
          nonce.equalsIgnoreCase(sent.nonce())
              ? "The nonce was signed in another case than it is sent in: both have to be the same"
              : "A plus sign of the nonce was signed, and is sent as +, which is a blank: send it"
                  + " as %2B",
          reading -> reading.withNonce(nonce));
    }
  }

  private void addKeys() {
    add(
        Part.KEY,
        "The text was signed without the access key in it: it starts with the access key, which is"
            + " the HMAC's key too",
        reading -> reading.withKey(Place.NOWHERE));
    add(
        Part.KEY,
        "The access key stands at the end of the text that was signed: it has to be in front",
        reading -> reading.withKey(Place.BEHIND));
  }

  private void add(Part part, String why, UnaryOperator<KooGalleryBodyReading> change) {
    variations.add(new KooGalleryVariation<>(part, Finding.ofCause(why), change));
  }
}
