package io.github.mgsjaxrs.conformance.suite;

import static io.github.mgsjaxrs.conformance.suite.KooGalleryCall.BODY;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.mgsjaxrs.conformance.vectors.GatewayKey;
import io.github.mgsjaxrs.conformance.wire.Framing;
import io.github.mgsjaxrs.conformance.wire.RawRequest;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * What KooGallery signs, over HTTP: served whole, and refused in its own JSON once it is changed.
 */
public abstract class KooGallerySuite extends SchemeSuite {

  private static final String RESOURCE = "koogallery";

  /** For the runtime's own class. */
  protected KooGallerySuite() {
    super(RESOURCE, "/koo", "/koo-marks");
  }

  @Override
  Stream<Served> served() {
    return Stream.concat(first(), second());
  }

  @Override
  Stream<Refused> refused() {
    return new KooGalleryRefusals(path("/koo")).all();
  }

  @Override
  RawRequest unsigned(String path) {
    return RawRequest.of("POST", path).body(BODY);
  }

  @Override
  RawRequest wronglySigned(String path) {
    KooGalleryCall call = KooGalleryCall.to(path);
    return call.post("0".repeat(64), call.millis(), "n", BODY, new Framing.Length());
  }

  @Override
  RawRequest signed(String path) {
    return KooGalleryCall.to(path).second(BODY);
  }

  @Override
  void isRefusedAsUnsigned(Exchange exchange) {
    exchange.isRefusedByKooGallery(401, "000001");
  }

  @Override
  void isRefusedAsWronglySigned(Exchange exchange) {
    exchange.isRefusedByKooGallery(401, "000001");
  }

  /** A form decoder makes blanks of them, and some senders and proxies decode once too often. */
  @Test
  void restoresPlusSignsOfTheToken() {
    KooGalleryCall call = call();
    String query;
    String token;
    int i = 0;
    do {
      query = "p1=" + i++ + "&timeStamp=" + call.timeStamp();
      token = call.token(query);
    } while (!token.contains("+") && i < 1000);
    assertThat(token).contains("+");
    String encoded = KooGalleryCall.encoded(token);
    for (String plus : new String[] {"%2B", "+", "%20"}) {
      RawRequest request = call.get(query + "&authToken=" + encoded.replace("%2B", plus));
      send(request).isServedTo(RESOURCE);
    }
  }

  /** Some servers have a limit of their own, and refuse it themselves. */
  @Test
  void reachesNothingByMoreParametersThanTheLimit() {
    RawRequest request = call().get("a=1" + "&a=1".repeat(SuiteKeys.PARAMETERS_LIMIT));
    Exchange refused = send(request);
    refused.reachesNothing();
    assertThat(refused.response().status()).isEqualTo(400);
    if (!refused.response().text().isEmpty()) {
      refused.isRefusedByKooGallery(400, "000002");
    }
  }

  /** Some servers take no body with GET, and refuse it themselves. */
  @Test
  void servesNoBodyThatVersionOneDoesNotSign() {
    send(call().first().body(BODY)).reachesNothing();
  }

  private Stream<Served> first() {
    GatewayKey key = SuiteKeys.ofKooGallery().get(0);
    GatewayKey next = SuiteKeys.ofKooGallery().get(1);
    KooGalleryCall call = call();
    String time = "timeStamp=" + call.timeStamp();
    String ciphertext = "Abcdefgh123456785VwYwPooFZquw9aGOzCY6RG6DCM3TKD98FsAyl60zb8=";
    return Stream.of(
        new Served("version 1", call.first(), key),
        new Served("version 1, by the key that is to come", call.by(next).first(), next),
        new Served(
            "version 1, in another order",
            call.first("p9=9&" + time + "&p1=1", call.token("p1=1&p9=9&" + time)),
            key),
        new Served(
            "version 1, with values that are decoded",
            call.first("a=%E4%B8%AD+1%2B2&b=%26&" + time, call.token("a=\u4e2d 1+2&b=&&" + time)),
            key),
        new Served(
            "version 1, with ciphertext",
            call.first(
                "email=" + ciphertext.replace("=", "%3D") + "&" + time,
                call.token("email=" + ciphertext + "&" + time)),
            key),
        new Served(
            "version 1, with an empty value",
            call.first("a=&b=&" + time, call.token("a=&b=&" + time)),
            key),
        new Served(
            "version 1, at a deeper path", KooGalleryCall.to(path("/koo/deeper")).first(), key));
  }

  private Stream<Served> second() {
    GatewayKey key = SuiteKeys.ofKooGallery().get(0);
    GatewayKey next = SuiteKeys.ofKooGallery().get(1);
    KooGalleryCall call = call();
    byte[] large = "0123456789".repeat(30_000).getBytes(UTF_8);
    String seconds = Long.toString(call.now().getEpochSecond());
    String lower = call.signature("n-1", call.millis(), BODY).toLowerCase(Locale.ROOT);
    Framing length = new Framing.Length();
    return Stream.of(
        new Served("version 2", call.second(BODY), key),
        new Served("version 2, by the key that is to come", call.by(next).second(BODY), next),
        new Served("version 2, no byte", call.second(new byte[0]), key),
        new Served("version 2, in chunks", call.second(BODY, new Framing.Chunked(7)), key),
        new Served("version 2, 300,000 bytes", call.second(large), key),
        new Served(
            "version 2, 300,000 bytes in chunks",
            call.second(large, new Framing.Chunked(8192)),
            key),
        new Served(
            "version 2, in lower-case hex",
            call.post(lower, call.millis(), "n-1", BODY, length),
            key),
        new Served(
            "version 2, in seconds",
            call.post(call.signature("n-2", seconds, BODY), seconds, "n-2", BODY, length),
            key));
  }

  private KooGalleryCall call() {
    return KooGalleryCall.to(path("/koo"));
  }
}
