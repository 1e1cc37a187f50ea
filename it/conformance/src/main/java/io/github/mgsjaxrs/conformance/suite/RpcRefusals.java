package io.github.mgsjaxrs.conformance.suite;

import static io.github.mgsjaxrs.conformance.suite.RpcCall.KEY_ID;
import static io.github.mgsjaxrs.conformance.suite.RpcCall.OPERATION_TYPE;
import static io.github.mgsjaxrs.conformance.suite.RpcCall.SIGNATURE;
import static io.github.mgsjaxrs.conformance.suite.RpcCall.SIGN_TYPE;
import static io.github.mgsjaxrs.conformance.suite.RpcCall.TS;

import io.github.mgsjaxrs.conformance.suite.SchemeSuite.Refused;
import io.github.mgsjaxrs.conformance.wire.Framing;
import io.github.mgsjaxrs.conformance.wire.RawRequest;
import java.time.Duration;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.stream.Stream;

/** Calls that are refused, each with its row of the table of verdicts. */
final class RpcRefusals {

  /** {@code mgs.rpc.window}, the default. */
  private static final Duration WINDOW = Duration.ofMinutes(5);

  /** So far from the edges that no slow machine crosses one between signing and checking. */
  private static final Duration BEYOND = Duration.ofHours(1);

  private final String base;

  RpcRefusals(String base) {
    this.base = base;
  }

  Stream<Refused> all() {
    return Stream.of(headers(), keys(), changed(), coverage(), entities()).flatMap(rows -> rows);
  }

  private Stream<Refused> headers() {
    RawRequest signed = call().signed();
    return Stream.of(
            Stream.of(
                without(signed, SIGNATURE, 7014, "signature-missing"),
                without(signed, KEY_ID, 7001, "key-id-missing"),
                without(signed, TS, 7007, "timestamp-missing"),
                without(signed, OPERATION_TYPE, 7001, "header-missing"),
                without(signed, SIGN_TYPE, 7001, "header-missing"),
                refused(
                    "the headers of the backend alone",
                    GatewayCall.to("POST", path("/mgw")).signedWith(SuiteKeys.of("MD5")),
                    401,
                    7014,
                    "signature-missing")),
            RpcCall.HEADERS.stream()
                .map(
                    header ->
                        refused(
                            header + " twice",
                            signed.header(header, "x"),
                            401,
                            7001,
                            "header-repeated")),
            RpcCall.HEADERS.stream()
                .map(
                    header ->
                        refused(
                            header + " over the limit",
                            RpcCall.changed(
                                signed, header, value -> "1".repeat(SuiteKeys.HEADER_LIMIT + 1)),
                            400,
                            7001,
                            "header-too-long")))
        .flatMap(rows -> rows);
  }

  private static Refused without(RawRequest signed, String header, int code, String type) {
    return refused("no " + header, signed.withoutHeader(header), 401, code, type);
  }

  private Stream<Refused> keys() {
    RawRequest signed = call().signed();
    return Stream.of(
        refused(
            "an unknown key",
            RpcCall.changed(signed, KEY_ID, value -> "nobody"),
            401,
            7000,
            "key-unknown"),
        refused(
            "a key of the backend",
            RpcCall.changed(signed, KEY_ID, value -> SuiteKeys.of("MD5").id()),
            401,
            7000,
            "key-unknown"),
        mismatch(
            "another key of RPC",
            RpcCall.changed(signed, KEY_ID, value -> SuiteKeys.ofRpc("RPC_HMAC_SHA1").id())),
        mismatch(
            "a sign type that is not the key's", RpcCall.changed(signed, SIGN_TYPE, value -> "1")),
        mismatch(
            "a sign type that nobody knows", RpcCall.changed(signed, SIGN_TYPE, value -> "9")));
  }

  private Stream<Refused> changed() {
    RawRequest signed = call().signed();
    byte[] body = call().body().clone();
    body[body.length / 2] ^= 1;
    long expired = System.currentTimeMillis() - WINDOW.plus(BEYOND).toMillis();
    long early = System.currentTimeMillis() + WINDOW.plus(BEYOND).toMillis();
    return Stream.of(
        mismatch("a byte of the body", signed.body(body)),
        mismatch("no body where one was signed", call().body(new byte[0]).with(call().signature())),
        mismatch(
            "the operation type", RpcCall.changed(signed, OPERATION_TYPE, value -> value + "2")),
        mismatch(
            "the case of the operation type",
            RpcCall.changed(signed, OPERATION_TYPE, value -> value.toUpperCase(Locale.ROOT))),
        mismatch(
            "the timestamp",
            RpcCall.changed(signed, TS, value -> Long.toString(Long.parseLong(value) - 1))),
        mismatch(
            "the notation of the timestamp",
            RpcCall.changed(signed, TS, value -> RpcCall.base64(Long.parseLong(value)))),
        mismatch(
            "the signature",
            RpcCall.changed(
                signed,
                SIGNATURE,
                value -> value.substring(0, 31) + (value.endsWith("0") ? "1" : "0"))),
        refused("an expired timestamp", at(expired).signed(), 401, 7003, "timestamp-expired"),
        refused("a timestamp of later", at(early).signed(), 401, 7003, "timestamp-expired"),
        refused("no number", call().ts("1.7e12").signed(), 400, 7001, "timestamp-malformed"),
        refused("a negative number", call().ts("-1").signed(), 400, 7001, "timestamp-malformed"));
  }

  private Stream<Refused> coverage() {
    return Stream.of(
        refused("PUT", otherMethod("PUT", call()), 401, 7002, "not-covered"),
        refused("GET", otherMethod("GET", call().body(new byte[0])), 401, 7002, "not-covered"),
        refused("a query", call().signed().target(path("/mgw?a=1")), 401, 7002, "not-covered"),
        refused(
            "another operation at a resource that names its own",
            RpcCall.to(path("/rpc-operation")).signed(),
            401,
            7002,
            "not-covered"),
        mismatch(
            "an operation type with an ampersand", call().of("a&Request-Data=&Ts=1&b").signed()));
  }

  private static RawRequest otherMethod(String method, RpcCall call) {
    RawRequest signed = call.signed();
    RawRequest other = RawRequest.of(method, signed.target()).headers(signed.headers());
    return method.equals("GET") ? other : other.body(call.body());
  }

  private Stream<Refused> entities() {
    byte[] tooLarge = new byte[SuiteKeys.BODY_LIMIT + 1];
    RawRequest large = call().with("0".repeat(32));
    return Stream.of(
        refused(
            "a body over the limit, by its length", large.body(tooLarge), 413, 0, "body-too-large"),
        refused(
            "a body over the limit, in chunks",
            large.body(tooLarge, new Framing.Chunked(8192)),
            413,
            0,
            "body-too-large"));
  }

  private static Refused mismatch(String name, RawRequest request) {
    return refused(name, request, 401, 7002, "signature-mismatch");
  }

  private static Refused refused(
      String name, RawRequest request, int status, int code, String type) {
    OptionalInt expected = code == 0 ? OptionalInt.empty() : OptionalInt.of(code);
    return new Refused(name, request, exchange -> exchange.isRefusedByRpc(status, expected, type));
  }

  private RpcCall call() {
    return RpcCall.to(path("/mgw"));
  }

  private RpcCall at(long millis) {
    return RpcCall.at(path("/mgw"), millis);
  }

  private String path(String path) {
    return base + path;
  }
}
