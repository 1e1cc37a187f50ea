package io.github.mgsjaxrs.conformance.suite;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.mgsjaxrs.conformance.vectors.GatewayKey;
import io.github.mgsjaxrs.conformance.wire.Framing;
import io.github.mgsjaxrs.conformance.wire.RawRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * What KooGallery signs, over HTTP: served whole, and refused in its own JSON once it is changed.
 */
public abstract class KooGallerySuite {

  private static final String RESOURCE = "koogallery";

  /** So far outside of both windows that no slow machine is within. */
  private static final Duration BEYOND = Duration.ofHours(1);

  private static final byte[] BODY =
      "{\"activity\":\"newInstance\",\"businessId\":\"87b94795\",\"testFlag\":\"1\"}"
          .getBytes(UTF_8);

  /** For the runtime's own class. */
  protected KooGallerySuite() {}

  /**
   * Where the application listens.
   *
   * @return the endpoint
   */
  protected abstract Endpoint endpoint();

  private record Row(String name, RawRequest request, int status, String code) {}

  private record Served(String name, RawRequest request, GatewayKey key) {}

  @TestFactory
  Stream<DynamicTest> servesWhatKooGallerySigned() {
    return rows(
        () -> Stream.concat(first(), second()),
        Served::name,
        row -> Exchange.of(endpoint(), row.request()).isServedWholeTo(RESOURCE, row.key()));
  }

  @TestFactory
  Stream<DynamicTest> refusesBeforeTheResourceInKooGallerysOwnJson() {
    return rows(
        () -> Stream.of(parts(), changed(), times(), coverage(), limits()).flatMap(rows -> rows),
        Row::name,
        row ->
            Exchange.of(endpoint(), row.request()).isRefusedByKooGallery(row.status(), row.code()));
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
      Exchange.of(endpoint(), request).isServedTo(RESOURCE);
    }
  }

  /** Some servers have a limit of their own, and refuse it themselves. */
  @Test
  void reachesNothingByMoreParametersThanTheLimit() {
    RawRequest request = call().get("a=1" + "&a=1".repeat(SuiteKeys.PARAMETERS_LIMIT));
    Exchange refused = Exchange.of(endpoint(), request);
    refused.reachesNothing();
    assertThat(refused.response().status()).isEqualTo(400);
    if (!refused.response().text().isEmpty()) {
      refused.isRefusedByKooGallery(400, "000002");
    }
  }

  /** Some servers take no body with GET, and refuse it themselves. */
  @Test
  void servesNoBodyThatVersionOneDoesNotSign() {
    Exchange.of(endpoint(), call().first().body(BODY)).reachesNothing();
  }

  @TestFactory
  Stream<DynamicTest> reachesNothingByOtherSpellingsOfThePath() {
    return Stream.of(
            "/%6Boo", "/koo;a=b", "//koo", "/./koo", "/koo/", "/koo/%2e%2e/koo", "/open/../koo")
        .map(
            path ->
                DynamicTest.dynamicTest(
                    path,
                    () ->
                        Exchange.of(endpoint(), RawRequest.of("GET", path(path)))
                            .isNotServedTo(RESOURCE)));
  }

  @TestFactory
  Stream<DynamicTest> countsTheMarkInEveryPlace() {
    return Stream.of(
            "class",
            "method",
            "superclass",
            "super-method",
            "interface",
            "interface-method",
            "locator/sub",
            "sub-class/sub")
        .map(
            place ->
                DynamicTest.dynamicTest(
                    place,
                    () -> {
                      KooGalleryCall call = KooGalleryCall.to(path("/koo-marks/" + place));
                      RawRequest bare = RawRequest.of("POST", call.path()).body(BODY);
                      Exchange.of(endpoint(), bare).isRefusedByKooGallery(401, "000001");
                      RawRequest other =
                          call.post("0".repeat(64), call.millis(), "n", BODY, new Framing.Length());
                      Exchange.of(endpoint(), other).isRefusedByKooGallery(401, "000001");
                      Exchange.of(endpoint(), call.second(BODY)).isServedTo(RESOURCE);
                    }));
  }

  @TestFactory
  Stream<DynamicTest> leavesOpenWhatHasNoMarkOrIsExempt() {
    return Stream.of("class/open", "method/open")
        .map(
            place ->
                DynamicTest.dynamicTest(
                    place,
                    () ->
                        Exchange.of(
                                endpoint(),
                                RawRequest.of("POST", path("/koo-marks/" + place)).body(BODY))
                            .isServedTo(RESOURCE)));
  }

  private static <T> Stream<DynamicTest> rows(
      Supplier<Stream<T>> rows, Function<T, String> name, Consumer<T> check) {
    return rows.get().map(row -> DynamicTest.dynamicTest(name.apply(row), () -> check.accept(row)));
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

  private Stream<Row> parts() {
    KooGalleryCall call = call();
    String query = "p1=1&timeStamp=" + call.timeStamp();
    String token = KooGalleryCall.encoded(call.token(query));
    String untimed = KooGalleryCall.encoded(call.token("p1=1"));
    String signature = call.signature("n", call.millis(), BODY);
    return Stream.of(
        refused("nothing", RawRequest.of("GET", call.path())),
        refused("no token", call.get(query)),
        refused("an empty token", call.get(query + "&authToken=")),
        refused("two tokens", call.get(query + "&authToken=" + token + "&authToken=" + token)),
        refused("no time", call.get("p1=1&authToken=" + untimed)),
        refused("two times", call.get(query + "&timeStamp=1&authToken=" + token)),
        refused("a name in lower case", call.get(query + "&authtoken=" + token)),
        refused("no signature", post("timestamp=" + call.millis() + "&nonce=n")),
        refused("no timestamp", post("signature=" + signature + "&nonce=n")),
        refused("no nonce", post("signature=" + signature + "&timestamp=" + call.millis())),
        refused(
            "two nonces",
            post("signature=" + signature + "&nonce=n&nonce=m&timestamp=" + call.millis())),
        refused(
            "the backend's headers alone",
            GatewayCall.to("GET", call.path()).signedWith(SuiteKeys.of("MD5"))));
  }

  private Stream<Row> changed() {
    KooGalleryCall call = call();
    String time = call.timeStamp();
    String query = "a=1&b=%2B&timeStamp=" + time;
    String signed = "a=1&b=+&timeStamp=" + time;
    String token = call.token(signed);
    GatewayKey stranger = GatewayKey.salted("koogallery", "KOOGALLERY", "somebody else's");
    Framing length = new Framing.Length();
    String signature = call.signature("n", call.millis(), BODY);
    String millis = call.millis();
    byte[] body = BODY.clone();
    body[body.length / 2] ^= 1;
    return Stream.of(
        refused("a value", call.first(query.replace("a=1", "a=2"), token)),
        refused("a name", call.first(query.replace("a=1", "A=1"), token)),
        refused("one more", call.first(query + "&c=1", token)),
        refused("one less", call.first(query.replace("a=1&", ""), token)),
        refused("the token", call.first(query, "A".repeat(43) + "=")),
        refused("the token's padding", call.first(query, token.substring(0, 43))),
        refused("a token of the encoded parameters", call.first(query, call.token(query))),
        refused("a token by another key", call.first(query, call.by(stranger).token(signed))),
        refused("a byte of the body", call.post(signature, millis, "n", body, length)),
        refused("no body", call.post(signature, millis, "n", new byte[0], length)),
        refused("the nonce", call.post(signature, millis, "N", BODY, length)),
        refused(
            "the timestamp",
            call.post(signature, Long.toString(Long.parseLong(millis) - 1), "n", BODY, length)),
        refused("the signature", call.post("0".repeat(64), millis, "n", BODY, length)),
        refused(
            "a signature by another key",
            call.post(call.by(stranger).signature("n", millis, BODY), millis, "n", BODY, length)));
  }

  private Stream<Row> times() {
    KooGalleryCall early = call().at(now().minus(BEYOND));
    KooGalleryCall late = call().at(now().plus(BEYOND));
    KooGalleryCall call = call();
    Framing length = new Framing.Length();
    String query = "timeStamp=" + call.millis();
    return Stream.of(
        refused("version 1, expired", early.first()),
        refused("version 1, of later", late.first()),
        refused("version 2, expired", early.second(BODY)),
        refused("version 2, of later", late.second(BODY)),
        new Row("version 1, no such time", call.first(query, call.token(query)), 400, "000002"),
        new Row(
            "version 2, no such time",
            call.post(call.signature("n", "1", BODY), "1", "n", BODY, length),
            400,
            "000002"));
  }

  private Stream<Row> coverage() {
    KooGalleryCall call = call();
    RawRequest second = call.second(BODY);
    return Stream.of(
        refused("a query that version 2 does not sign", second.target(second.target() + "&a=1")),
        refused("PUT", RawRequest.of("PUT", second.target()).body(BODY)),
        refused("version 1 by PUT", RawRequest.of("PUT", call.first().target())));
  }

  private Stream<Row> limits() {
    KooGalleryCall call = call();
    byte[] tooLarge = new byte[SuiteKeys.BODY_LIMIT + 1];
    String long1 = "1".repeat(SuiteKeys.HEADER_LIMIT + 1);
    Framing length = new Framing.Length();
    return Stream.of(
        new Row(
            "a token over the limit",
            call.get("timeStamp=" + call.timeStamp() + "&authToken=" + long1),
            400,
            "000002"),
        new Row(
            "a nonce over the limit",
            call.post("0", call.millis(), long1, BODY, length),
            400,
            "000002"),
        new Row("an escape of no character", call.get("a=%ff&authToken=1"), 400, "000002"),
        new Row(
            "a body over the limit, by its length",
            call.post("0".repeat(64), call.millis(), "n", tooLarge, length),
            413,
            "000002"),
        new Row(
            "a body over the limit, in chunks",
            call.post("0".repeat(64), call.millis(), "n", tooLarge, new Framing.Chunked(8192)),
            413,
            "000002"));
  }

  private RawRequest post(String query) {
    return RawRequest.of("POST", path("/koo?" + query)).body(BODY);
  }

  private static Row refused(String name, RawRequest request) {
    return new Row(name, request, 401, "000001");
  }

  private static Instant now() {
    return Instant.now();
  }

  private KooGalleryCall call() {
    return KooGalleryCall.to(path("/koo"));
  }

  private String path(String path) {
    return endpoint().base() + path;
  }
}
