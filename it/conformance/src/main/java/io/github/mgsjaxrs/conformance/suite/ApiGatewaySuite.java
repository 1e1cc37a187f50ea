package io.github.mgsjaxrs.conformance.suite;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.mgsjaxrs.conformance.vectors.GatewayKey;
import io.github.mgsjaxrs.conformance.wire.Framing;
import io.github.mgsjaxrs.conformance.wire.Header;
import io.github.mgsjaxrs.conformance.wire.RawRequest;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What API Gateway signs, over HTTP: served whole, and refused once it is changed. */
public abstract class ApiGatewaySuite extends SchemeSuite {

  static final String RESOURCE = "apigateway";

  private static final Header[] NONE = {};

  /** For the runtime's own class. */
  protected ApiGatewaySuite() {
    super(RESOURCE, "/apigw", "/apigw-marks");
  }

  @Override
  Stream<Served> served() {
    return Stream.of(ways(), bodies(), scopes()).flatMap(rows -> rows);
  }

  @Override
  Stream<Refused> refused() {
    return new ApiGatewayRefusals(endpoint().base()).all();
  }

  @Override
  RawRequest unsigned(String path) {
    return ApiGatewayCall.to(path).unsigned();
  }

  @Override
  RawRequest wronglySigned(String path) {
    return ApiGatewayCall.to(path).with("A".repeat(43) + "=");
  }

  @Override
  RawRequest signed(String path) {
    return ApiGatewayCall.to(path).signed();
  }

  @Override
  void isRefusedAsUnsigned(Exchange exchange) {
    exchange.isRefusedByApiGateway(401, OptionalInt.of(7014), "signature-missing");
  }

  @Override
  void isRefusedAsWronglySigned(Exchange exchange) {
    exchange.isRefusedByApiGateway(401, OptionalInt.of(7002), "signature-mismatch");
  }

  /** Where neither class nor method has a mark. */
  @TestFactory
  Stream<DynamicTest> protectsByPath() {
    return Stream.of("/apigw-scope", "/apigw-scope/x", "/apigw-scope/x/y")
        .map(
            place ->
                DynamicTest.dynamicTest(
                    place,
                    () -> {
                      String path = path(place);
                      isRefusedAsUnsigned(send(unsigned(path)));
                      isRefusedAsWronglySigned(send(wronglySigned(path)));
                      isRefusedAsUnsigned(
                          send(GatewayCall.to("POST", path).signedWith(SuiteKeys.of("MD5"))));
                      send(signed(path)).isServedTo(RESOURCE);
                    }));
  }

  /** The key of one scheme opens no resource of another. */
  @Test
  void opensNothingOfMgs() {
    RawRequest request = ApiGatewayCall.to(path("/orders")).signed();
    send(request).isRefused(401, OptionalInt.of(7014), "signature-missing");
    send(GatewayCall.to("POST", path("/orders")).signedWith(SuiteKeys.ofApiGateway().get(0)))
        .isRefused(401, OptionalInt.of(7000), "key-unknown");
  }

  @TestFactory
  Stream<DynamicTest> refusesAnUnsignedRequestOfEveryMethod() {
    return Stream.of("GET", "HEAD", "POST", "PUT", "DELETE", "PATCH")
        .map(
            method ->
                DynamicTest.dynamicTest(
                    method,
                    () -> isRefusedAsUnsigned(send(RawRequest.of(method, path("/apigw/orders"))))));
  }

  private Stream<Served> ways() {
    GatewayKey key = SuiteKeys.ofApiGateway().get(0);
    GatewayKey other = SuiteKeys.ofApiGateway().get(1);
    String many = IntStream.range(10, 30).mapToObj(i -> "X-H" + i).collect(Collectors.joining(","));
    Header[] headers =
        IntStream.range(10, 30)
            .mapToObj(i -> new Header("X-H" + i, "value " + i))
            .toArray(Header[]::new);
    return Stream.of(
        new Served("two headers and one that is absent", call().signed(), key),
        new Served("a secret that is no ASCII", call().by(other).signed(), other),
        new Served("no list", call().listing(null, new Header("X-User", "x")).signed(), key),
        new Served("twenty headers", call().listing(many, headers).signed(), key),
        new Served("a deeper path", ApiGatewayCall.to(path("/apigw/a/b")).signed(), key),
        new Served("no query", call().query("").signed(), key),
        new Served("GET", call().by("GET").withoutBody().signed(), key),
        new Served("DELETE", call().by("DELETE").withoutBody().signed(), key),
        new Served("PUT", call().by("PUT").signed(), key),
        new Served("PATCH without body", call().by("PATCH").withoutBody().signed(), key),
        new Served(
            "a header that is required", ApiGatewayCall.to(path("/apigw-required")).signed(), key));
  }

  private Stream<Served> bodies() {
    GatewayKey key = SuiteKeys.ofApiGateway().get(0);
    byte[] large = "0123456789".repeat(30_000).getBytes(UTF_8);
    byte[] parts =
        "--b\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n2\r\n--b--\r\n".getBytes(UTF_8);
    byte[] binary = new byte[1_000];
    for (int i = 0; i < binary.length; i++) {
      binary[i] = (byte) (i * 7);
    }
    ApiGatewayCall upload = call().body("application/octet-stream", large);
    return Stream.of(
        new Served("no byte", call().body("application/json", new byte[0]).signed(), key),
        new Served("in chunks", call().signed(new Framing.Chunked(7)), key),
        new Served("300,000 bytes", upload.signed(), key),
        new Served("300,000 bytes in chunks", upload.signed(new Framing.Chunked(8192)), key),
        new Served(
            "bytes that are no text",
            call().body("application/octet-stream", binary).signed(),
            key),
        new Served("a form", call().form("d=4&c=3").signed(), key),
        new Served("a form in chunks", call().form("d=4&c=3").signed(new Framing.Chunked(3)), key),
        new Served("a form by PUT", call().by("PUT").form("d=4&c=3").signed(), key),
        new Served("a form by PATCH", call().by("PATCH").form("d=4&c=3").signed(), key),
        new Served(
            "parts, which are signed in their bytes",
            call().body("multipart/form-data; boundary=b", parts).signed(),
            key));
  }

  private Stream<Served> scopes() {
    GatewayKey key = SuiteKeys.ofApiGateway().get(0);
    ApiGatewayCall scoped = ApiGatewayCall.to(path("/apigw-scope/x"));
    return Stream.of(
        new Served("below a protected path", scoped.signed(), key),
        new Served("below it, in chunks", scoped.signed(new Framing.Chunked(7)), key),
        new Served("below it, a form", scoped.form("d=4").signed(), key),
        new Served("below it, GET", scoped.by("GET").withoutBody().signed(), key),
        new Served("below it, without headers", scoped.listing(null, NONE).signed(), key));
  }

  private ApiGatewayCall call() {
    return ApiGatewayCall.to(path("/apigw"));
  }
}
