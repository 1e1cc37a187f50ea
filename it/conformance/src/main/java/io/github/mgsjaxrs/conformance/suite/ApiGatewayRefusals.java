package io.github.mgsjaxrs.conformance.suite;

import static io.github.mgsjaxrs.conformance.suite.ApiGatewayCall.KEY_ID;
import static io.github.mgsjaxrs.conformance.suite.ApiGatewayCall.LIST;
import static io.github.mgsjaxrs.conformance.suite.ApiGatewayCall.SIGNATURE;
import static io.github.mgsjaxrs.conformance.suite.ApiGatewayCall.changed;

import io.github.mgsjaxrs.conformance.suite.SchemeSuite.Refused;
import io.github.mgsjaxrs.conformance.vectors.GatewayKey;
import io.github.mgsjaxrs.conformance.wire.Framing;
import io.github.mgsjaxrs.conformance.wire.Header;
import io.github.mgsjaxrs.conformance.wire.RawRequest;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Requests of API Gateway that are refused, each with its row of the table of verdicts. */
final class ApiGatewayRefusals {

  private static final String FORM = "application/x-www-form-urlencoded";

  private final String base;

  ApiGatewayRefusals(String base) {
    this.base = base;
  }

  Stream<Refused> all() {
    return Stream.of(
            headers(),
            keys(),
            changedRequests(),
            listed(),
            lists(),
            required(),
            coverage(),
            parameters(),
            entities())
        .flatMap(rows -> rows);
  }

  private Stream<Refused> headers() {
    RawRequest signed = call().signed();
    String right = call().signature();
    String longValue = "A".repeat(SuiteKeys.HEADER_LIMIT + 1);
    return Stream.of(
        refused("no signature", signed.withoutHeader(SIGNATURE), 401, 7014, "signature-missing"),
        refused(
            "an empty signature",
            changed(signed, SIGNATURE, value -> ""),
            401,
            7014,
            "signature-missing"),
        refused("no key", signed.withoutHeader(KEY_ID), 401, 7001, "key-id-missing"),
        refused("an empty key", changed(signed, KEY_ID, value -> ""), 401, 7001, "key-id-missing"),
        refused(
            "the headers of MGS alone",
            GatewayCall.to("POST", path("/apigw")).signedWith(SuiteKeys.of("MD5")),
            401,
            7014,
            "signature-missing"),
        repeated("the signature twice", signed.header(SIGNATURE, right)),
        repeated(
            "the signature twice, first a wrong one",
            changed(signed, SIGNATURE, value -> "AAAA").header(SIGNATURE, right)),
        repeated("the key twice", signed.header(KEY_ID, call().key().id())),
        repeated("the list twice", signed.header(LIST, "X-User")),
        repeated(
            "the list twice, in two spellings", signed.header("x-ca-proxy-signature-headers", "")),
        refused(
            "a signature over the limit",
            changed(signed, SIGNATURE, value -> longValue),
            400,
            7001,
            "header-too-long"),
        refused(
            "a key over the limit",
            changed(signed, KEY_ID, value -> longValue),
            400,
            7001,
            "header-too-long"));
  }

  private Stream<Refused> keys() {
    RawRequest signed = call().signed();
    GatewayKey rpc = SuiteKeys.ofRpc("RPC_HMAC_SHA1");
    return Stream.of(
        unknown("an unknown key", changed(signed, KEY_ID, value -> "nobody")),
        unknown("a key of MGS", changed(signed, KEY_ID, value -> SuiteKeys.of("MD5").id())),
        unknown("a key of RPC", changed(signed, KEY_ID, value -> rpc.id())),
        unknown(
            "a key of KooGallery",
            changed(signed, KEY_ID, value -> SuiteKeys.ofKooGallery().get(0).id())),
        unknown("a key in another case", changed(signed, KEY_ID, v -> v.toUpperCase(Locale.ROOT))),
        mismatch(
            "another key", changed(signed, KEY_ID, value -> SuiteKeys.ofApiGateway().get(1).id())));
  }

  private Stream<Refused> changedRequests() {
    RawRequest signed = call().signed();
    byte[] body = call().body().clone();
    body[body.length / 2] ^= 1;
    RawRequest form = call().form("d=4").signed();
    return Stream.of(
        mismatch("a byte of the body", signed.body(body)),
        mismatch("no body", signed.body(new byte[0])),
        mismatch("a value in the query", signed.target(path("/apigw?a=1&b=3"))),
        mismatch("a name in the query", signed.target(path("/apigw?a=1&B=2"))),
        mismatch("one more in the query", signed.target(path("/apigw?a=1&b=2&c=3"))),
        mismatch("no query", signed.target(path("/apigw"))),
        mismatch("the path", signed.target(path("/apigw/x?a=1&b=2"))),
        mismatch("a field", form.body(ascii("d=5"))),
        mismatch("one more field", form.body(ascii("d=4&e=5"))),
        mismatch("the method", otherMethod("PUT", signed)),
        mismatch("the signature", changed(signed, SIGNATURE, value -> "A" + value.substring(1))),
        mismatch(
            "the padding of the signature",
            changed(signed, SIGNATURE, value -> value.substring(0, 43))),
        mismatch(
            "the signature in lower case",
            changed(signed, SIGNATURE, value -> value.toLowerCase(Locale.ROOT))),
        mismatch("a signature of MGS by MD5", changed(signed, SIGNATURE, value -> "0".repeat(32))));
  }

  private Stream<Refused> listed() {
    RawRequest signed = call().signed();
    return Stream.of(
        mismatch("a listed header changed", changed(signed, "X-User", value -> "mallory")),
        mismatch("a listed header in another case", changed(signed, "X-User", value -> "Alice")),
        mismatch("a listed header emptied", changed(signed, "X-User", value -> "")),
        mismatch("a listed header removed", signed.withoutHeader("X-User")),
        mismatch("a listed header added", signed.header("X-Role", "admin")),
        mismatch("a listed header added in another case", signed.header("x-ROLE", "admin")),
        mismatch(
            "two listed headers exchanged",
            changed(changed(signed, "X-User", value -> "t-1"), "X-Tenant", value -> "alice")),
        repeated("a listed header repeated", signed.header("X-User", "alice")),
        repeated("a listed header repeated, another value", signed.header("X-User", "mallory")),
        repeated("a listed header repeated, another case", signed.header("x-user", "mallory")),
        repeated("a listed header repeated, empty", signed.header("X-User", "")),
        repeated(
            "a listed header repeated, and signed as joined",
            call()
                .signing(call().text().replace("x-user:alice\n", "x-user:alice,bob\n"))
                .header("X-User", "bob")));
  }

  private Stream<Refused> lists() {
    RawRequest signed = call().signed();
    return Stream.of(
        mismatch("a name taken off the list", changed(signed, LIST, list -> "X-Role,X-Tenant")),
        mismatch("a name added to the list", changed(signed, LIST, list -> list + ",Content-Type")),
        mismatch("the list emptied", changed(signed, LIST, list -> "")),
        mismatch("the list removed", signed.withoutHeader(LIST)),
        malformed("a name listed twice", list -> list + ",X-User"),
        malformed("a name listed twice, in two cases", list -> list + ",x-user"),
        malformed("the signature listed", list -> list + "," + SIGNATURE),
        malformed("the list listed", list -> list + "," + LIST),
        malformed("no name at all", list -> list + ",X User"),
        malformed("a line in the list", list -> list + ",X-A:b"));
  }

  private Stream<Refused> required() {
    ApiGatewayCall call = ApiGatewayCall.to(path("/apigw-required"));
    Header user = new Header("X-User", "alice");
    return Stream.of(
        uncovered("a required header that is not listed", call.listing("X-Tenant", user).signed()),
        uncovered("a required header, and no list", call.listing(null, user).signed()),
        uncovered("a required header that is listed and absent", call.listing("X-User").signed()),
        mismatch(
            "a required header that is changed",
            changed(call.signed(), "X-User", value -> "mallory")),
        mismatch(
            "a required header that is listed afterwards",
            changed(call.listing("X-Tenant", user).signed(), LIST, list -> "X-Tenant,X-User")));
  }

  private Stream<Refused> coverage() {
    return Stream.of(
        uncovered("a body by PATCH", call().by("PATCH").signed()),
        refused(
            "one name with two values in query and form",
            call().form("a=2").signed(),
            401,
            7002,
            "parameter-conflict"),
        uncovered(
            "a name in two spellings in a form",
            call().form("c=3").signed().body(ascii("c=3&%63=4"))));
  }

  private Stream<Refused> parameters() {
    RawRequest form = call().form("").signed();
    String tooMany =
        IntStream.rangeClosed(0, SuiteKeys.PARAMETERS_LIMIT)
            .mapToObj(i -> "p" + i + "=")
            .collect(Collectors.joining("&"));
    return Stream.of(
        refused("no escape", form.body(ascii("a=%zz")), 400, 7001, "parameters-malformed"),
        refused("no UTF-8", form.body(ascii("a=%C0%AF")), 400, 7001, "parameters-malformed"),
        refused("too many fields", form.body(ascii(tooMany)), 400, 7001, "parameters-too-many"));
  }

  private Stream<Refused> entities() {
    byte[] tooLarge = new byte[SuiteKeys.BODY_LIMIT + 1];
    ApiGatewayCall large = call().body("application/octet-stream", tooLarge);
    return Stream.of(
        refused("a body over the limit", large.signed(), 413, 0, "body-too-large"),
        refused(
            "a body over the limit, in chunks",
            large.signed(new Framing.Chunked(8192)),
            413,
            0,
            "body-too-large"));
  }

  private static RawRequest otherMethod(String method, RawRequest signed) {
    return RawRequest.of(method, signed.target()).headers(signed.headers()).body(signed.body());
  }

  private Refused malformed(String name, UnaryOperator<String> change) {
    return refused(name, changed(call().signed(), LIST, change), 400, 7001, "headers-malformed");
  }

  private static Refused repeated(String name, RawRequest request) {
    return refused(name, request, 401, 7001, "header-repeated");
  }

  private static Refused unknown(String name, RawRequest request) {
    return refused(name, request, 401, 7000, "key-unknown");
  }

  private static Refused uncovered(String name, RawRequest request) {
    return refused(name, request, 401, 7002, "not-covered");
  }

  private static Refused mismatch(String name, RawRequest request) {
    return refused(name, request, 401, 7002, "signature-mismatch");
  }

  private static Refused refused(
      String name, RawRequest request, int status, int code, String type) {
    OptionalInt expected = code == 0 ? OptionalInt.empty() : OptionalInt.of(code);
    return new Refused(
        name, request, exchange -> exchange.isRefusedByApiGateway(status, expected, type));
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  private ApiGatewayCall call() {
    return ApiGatewayCall.to(path("/apigw"));
  }

  private String path(String path) {
    return base + path;
  }
}
