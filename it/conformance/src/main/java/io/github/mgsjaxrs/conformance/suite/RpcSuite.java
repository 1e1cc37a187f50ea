package io.github.mgsjaxrs.conformance.suite;

import static io.github.mgsjaxrs.conformance.suite.RpcCall.KEY_ID;
import static io.github.mgsjaxrs.conformance.suite.RpcCall.OPERATION_TYPE;
import static io.github.mgsjaxrs.conformance.suite.RpcCall.SIGNATURE;
import static io.github.mgsjaxrs.conformance.suite.RpcCall.SIGN_TYPE;
import static io.github.mgsjaxrs.conformance.suite.RpcCall.TS;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.mgsjaxrs.conformance.echo.RpcOperationEcho;
import io.github.mgsjaxrs.conformance.vectors.GatewayKey;
import io.github.mgsjaxrs.conformance.wire.Framing;
import io.github.mgsjaxrs.conformance.wire.RawRequest;
import java.time.Duration;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What a client signs for the gateway, over HTTP: served whole, and refused once it is changed. */
public abstract class RpcSuite {

  private static final String DIGITS =
      "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz+/";

  /** {@code mgs.rpc.window}, the default. */
  private static final Duration WINDOW = Duration.ofMinutes(5);

  /** So far from the edges that no slow machine crosses one between signing and checking. */
  private static final Duration BEYOND = Duration.ofHours(1);

  private static final Duration OLD = Duration.ofMinutes(1);
  private static final Duration AHEAD = Duration.ofMinutes(4);

  /** For the runtime's own class. */
  protected RpcSuite() {}

  /**
   * Where the application listens.
   *
   * @return the endpoint
   */
  protected abstract Endpoint endpoint();

  private record Row(String name, RawRequest request, int status, int code, String type) {}

  private record Served(String name, RawRequest request, GatewayKey key) {}

  @TestFactory
  Stream<DynamicTest> servesWhatAClientSigned() {
    return rows(
        () -> Stream.concat(ways(), bodies()),
        Served::name,
        row -> Exchange.of(endpoint(), row.request()).isServedWholeTo("rpc", row.key()));
  }

  @TestFactory
  Stream<DynamicTest> refusesBeforeTheResourceWithTheRowOfTheTable() {
    return rows(
        () -> Stream.of(headers(), keys(), changed(), coverage(), entities()).flatMap(r -> r),
        Row::name,
        row ->
            Exchange.of(endpoint(), row.request())
                .isRefusedByRpc(
                    row.status(),
                    row.code() == 0 ? OptionalInt.empty() : OptionalInt.of(row.code()),
                    row.type()));
  }

  @TestFactory
  Stream<DynamicTest> reachesNothingByOtherSpellingsOfThePath() {
    return Stream.of(
            "/%6Dgw", "/mgw;a=b", "//mgw", "/./mgw", "/mgw/", "/mgw/%2e%2e/mgw", "/open/../mgw")
        .map(
            path ->
                DynamicTest.dynamicTest(
                    path,
                    () ->
                        Exchange.of(endpoint(), RawRequest.of("POST", path(path)).body(new byte[3]))
                            .isNotServedTo("rpc")));
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
                      RpcCall call = RpcCall.to(path("/rpc-marks/" + place));
                      Exchange.of(endpoint(), call.unsigned())
                          .isRefusedByRpc(401, OptionalInt.of(7014), "signature-missing");
                      Exchange.of(endpoint(), call.with("0".repeat(32)))
                          .isRefusedByRpc(401, OptionalInt.of(7002), "signature-mismatch");
                      Exchange.of(endpoint(), call.signed()).isServedTo("rpc");
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
                        Exchange.of(endpoint(), RpcCall.to(path("/rpc-marks/" + place)).unsigned())
                            .isServedTo("rpc")));
  }

  private static <T> Stream<DynamicTest> rows(
      Supplier<Stream<T>> rows, Function<T, String> name, Consumer<T> check) {
    return rows.get().map(row -> DynamicTest.dynamicTest(name.apply(row), () -> check.accept(row)));
  }

  private Stream<Served> ways() {
    GatewayKey md5 = SuiteKeys.ofRpc("RPC_MD5");
    GatewayKey hmac = SuiteKeys.ofRpc("RPC_HMAC_SHA1");
    RpcCall byHmac = call().by(hmac);
    String hex = byHmac.signature();
    long now = System.currentTimeMillis();
    return Stream.of(
        new Served("MD5, decimal timestamp", call().signed(), md5),
        new Served("MD5, timestamp in base 64", call().ts(base64(now)).signed(), md5),
        new Served("HMAC-SHA1 in lower-case hex", byHmac.with(hex), hmac),
        new Served("HMAC-SHA1 in upper-case hex", byHmac.with(hex.toUpperCase(Locale.ROOT)), hmac),
        new Served(
            "HMAC-SHA1 in Base64",
            byHmac.with(Base64.getEncoder().encodeToString(HexFormat.of().parseHex(hex))),
            hmac),
        new Served(
            "a sign type by its name",
            RpcCall.changed(call().signed(), SIGN_TYPE, value -> "md5"),
            md5),
        new Served("an early timestamp", at(now - OLD.toMillis()).signed(), md5),
        new Served("a late timestamp", at(now + AHEAD.toMillis()).signed(), md5),
        new Served(
            "an operation at its resource",
            RpcCall.to(path("/rpc-operation")).of(RpcOperationEcho.OPERATION).signed(),
            md5),
        new Served("a deeper path", RpcCall.to(path("/mgw/deeper")).signed(), md5));
  }

  private Stream<Served> bodies() {
    GatewayKey md5 = SuiteKeys.ofRpc("RPC_MD5");
    byte[] large = "0123456789".repeat(30_000).getBytes(UTF_8);
    byte[] form = "a=1&b=%E4%BD%A0&a=2".getBytes(UTF_8);
    byte[] binary = new byte[1_000];
    for (int i = 0; i < binary.length; i++) {
      binary[i] = (byte) (i * 7);
    }
    return Stream.of(
        new Served("no byte", call().body(new byte[0]).signed(), md5),
        new Served("in chunks", call().signed(new Framing.Chunked(7)), md5),
        new Served("300,000 bytes", call().body(large).signed(), md5),
        new Served(
            "300,000 bytes in chunks", call().body(large).signed(new Framing.Chunked(8192)), md5),
        new Served("bytes that are no text", call().body(binary).signed(), md5),
        new Served(
            "a form, which is signed in its bytes",
            RpcCall.changed(
                call().body(form).signed(),
                "Content-Type",
                value -> "application/x-www-form-urlencoded"),
            md5));
  }

  private Stream<Row> headers() {
    RawRequest signed = call().signed();
    return Stream.of(
            Stream.of(
                without(signed, SIGNATURE, 7014, "signature-missing"),
                without(signed, KEY_ID, 7001, "key-id-missing"),
                without(signed, TS, 7007, "timestamp-missing"),
                without(signed, OPERATION_TYPE, 7001, "header-missing"),
                without(signed, SIGN_TYPE, 7001, "header-missing"),
                new Row(
                    "the headers of the backend alone",
                    GatewayCall.to("POST", path("/mgw")).signedWith(SuiteKeys.of("MD5")),
                    401,
                    7014,
                    "signature-missing")),
            RpcCall.HEADERS.stream()
                .map(
                    header ->
                        new Row(
                            header + " twice",
                            signed.header(header, "x"),
                            401,
                            7001,
                            "header-repeated")),
            RpcCall.HEADERS.stream()
                .map(
                    header ->
                        new Row(
                            header + " over the limit",
                            RpcCall.changed(
                                signed, header, value -> "1".repeat(SuiteKeys.HEADER_LIMIT + 1)),
                            400,
                            7001,
                            "header-too-long")))
        .flatMap(rows -> rows);
  }

  private static Row without(RawRequest signed, String header, int code, String type) {
    return new Row("no " + header, signed.withoutHeader(header), 401, code, type);
  }

  private Stream<Row> keys() {
    RawRequest signed = call().signed();
    return Stream.of(
        new Row(
            "an unknown key",
            RpcCall.changed(signed, KEY_ID, value -> "nobody"),
            401,
            7000,
            "key-unknown"),
        new Row(
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

  private Stream<Row> changed() {
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
            RpcCall.changed(signed, TS, value -> base64(Long.parseLong(value)))),
        mismatch(
            "the signature",
            RpcCall.changed(
                signed,
                SIGNATURE,
                value -> value.substring(0, 31) + (value.endsWith("0") ? "1" : "0"))),
        new Row("an expired timestamp", at(expired).signed(), 401, 7003, "timestamp-expired"),
        new Row("a timestamp of later", at(early).signed(), 401, 7003, "timestamp-expired"),
        new Row("no number", call().ts("1.7e12").signed(), 400, 7001, "timestamp-malformed"),
        new Row("a negative number", call().ts("-1").signed(), 400, 7001, "timestamp-malformed"));
  }

  private Stream<Row> coverage() {
    return Stream.of(
        new Row("PUT", otherMethod("PUT", call()), 401, 7002, "not-covered"),
        new Row("GET", otherMethod("GET", call().body(new byte[0])), 401, 7002, "not-covered"),
        new Row("a query", call().signed().target(path("/mgw?a=1")), 401, 7002, "not-covered"),
        new Row(
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

  private Stream<Row> entities() {
    byte[] tooLarge = new byte[SuiteKeys.BODY_LIMIT + 1];
    RawRequest large = call().with("0".repeat(32));
    return Stream.of(
        new Row(
            "a body over the limit, by its length", large.body(tooLarge), 413, 0, "body-too-large"),
        new Row(
            "a body over the limit, in chunks",
            large.body(tooLarge, new Framing.Chunked(8192)),
            413,
            0,
            "body-too-large"));
  }

  private static Row mismatch(String name, RawRequest request) {
    return new Row(name, request, 401, 7002, "signature-mismatch");
  }

  /** An independent spelling of the notation: digit by digit, from the most significant one. */
  private static String base64(long millis) {
    StringBuilder written = new StringBuilder();
    long unit = 1;
    while (unit <= millis / 64) {
      unit *= 64;
    }
    for (long rest = millis; unit > 0; unit /= 64) {
      written.append(DIGITS.charAt((int) (rest / unit)));
      rest %= unit;
    }
    return written.toString();
  }

  private RpcCall call() {
    return RpcCall.to(path("/mgw"));
  }

  private RpcCall at(long millis) {
    return RpcCall.at(path("/mgw"), millis);
  }

  private String path(String path) {
    return endpoint().base() + path;
  }
}
