package io.github.mgsjaxrs.conformance.suite;

import static io.github.mgsjaxrs.conformance.suite.KooGalleryCall.BODY;

import io.github.mgsjaxrs.conformance.suite.SchemeSuite.Refused;
import io.github.mgsjaxrs.conformance.vectors.GatewayKey;
import io.github.mgsjaxrs.conformance.wire.Framing;
import io.github.mgsjaxrs.conformance.wire.RawRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;

/** What is refused of KooGallery's two versions, with its code. */
final class KooGalleryRefusals {

  /** So far outside of both windows that no slow machine is within. */
  private static final Duration BEYOND = Duration.ofHours(1);

  private final String path;

  KooGalleryRefusals(String path) {
    this.path = path;
  }

  Stream<Refused> all() {
    return Stream.of(parts(), changed(), times(), coverage(), limits()).flatMap(rows -> rows);
  }

  private Stream<Refused> parts() {
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

  private Stream<Refused> changed() {
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

  private Stream<Refused> times() {
    KooGalleryCall early = call().at(Instant.now().minus(BEYOND));
    KooGalleryCall late = call().at(Instant.now().plus(BEYOND));
    KooGalleryCall call = call();
    Framing length = new Framing.Length();
    String query = "timeStamp=" + call.millis();
    return Stream.of(
        refused("version 1, expired", early.first()),
        refused("version 1, of later", late.first()),
        refused("version 2, expired", early.second(BODY)),
        refused("version 2, of later", late.second(BODY)),
        refused("version 1, no such time", call.first(query, call.token(query)), 400, "000002"),
        refused(
            "version 2, no such time",
            call.post(call.signature("n", "1", BODY), "1", "n", BODY, length),
            400,
            "000002"));
  }

  private Stream<Refused> coverage() {
    KooGalleryCall call = call();
    RawRequest second = call.second(BODY);
    return Stream.of(
        refused("a query that version 2 does not sign", second.target(second.target() + "&a=1")),
        refused("PUT", RawRequest.of("PUT", second.target()).body(BODY)),
        refused("version 1 by PUT", RawRequest.of("PUT", call.first().target())));
  }

  private Stream<Refused> limits() {
    KooGalleryCall call = call();
    byte[] tooLarge = new byte[SuiteKeys.BODY_LIMIT + 1];
    String long1 = "1".repeat(SuiteKeys.HEADER_LIMIT + 1);
    Framing length = new Framing.Length();
    return Stream.of(
        refused(
            "a token over the limit",
            call.get("timeStamp=" + call.timeStamp() + "&authToken=" + long1),
            400,
            "000002"),
        refused(
            "a nonce over the limit",
            call.post("0", call.millis(), long1, BODY, length),
            400,
            "000002"),
        refused("an escape of no character", call.get("a=%ff&authToken=1"), 400, "000002"),
        refused(
            "a body over the limit, by its length",
            call.post("0".repeat(64), call.millis(), "n", tooLarge, length),
            413,
            "000002"),
        refused(
            "a body over the limit, in chunks",
            call.post("0".repeat(64), call.millis(), "n", tooLarge, new Framing.Chunked(8192)),
            413,
            "000002"));
  }

  private RawRequest post(String query) {
    return RawRequest.of("POST", path + "?" + query).body(BODY);
  }

  private static Refused refused(String name, RawRequest request) {
    return refused(name, request, 401, "000001");
  }

  private static Refused refused(String name, RawRequest request, int status, String code) {
    return new Refused(name, request, exchange -> exchange.isRefusedByKooGallery(status, code));
  }

  private KooGalleryCall call() {
    return KooGalleryCall.to(path);
  }
}
