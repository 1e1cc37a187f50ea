package io.github.mgsjaxrs.conformance.suite;

import static io.github.mgsjaxrs.conformance.suite.GatewayCall.KEY_ID;
import static io.github.mgsjaxrs.conformance.suite.GatewayCall.SIGNATURE;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.mgsjaxrs.conformance.openssl.OpenSsl;
import io.github.mgsjaxrs.conformance.vectors.GatewayKey;
import io.github.mgsjaxrs.conformance.wire.Framing;
import io.github.mgsjaxrs.conformance.wire.RawRequest;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every row of the verdict table that a single request can bring about, over HTTP. */
public abstract class RejectionSuite {

  private static final String FORM = "application/x-www-form-urlencoded";

  private record Row(String name, RawRequest request, int status, int code, String type) {}

  /** For the runtime's own class. */
  protected RejectionSuite() {}

  /**
   * Where the application listens.
   *
   * @return the endpoint
   */
  protected abstract Endpoint endpoint();

  @TestFactory
  Stream<DynamicTest> refusesBeforeTheResourceWithTheRowOfTheTable() {
    return Stream.of(headers(), keys(), entities(), parameters(), signatures())
        .flatMap(rows -> rows)
        .map(
            row ->
                DynamicTest.dynamicTest(
                    row.name(),
                    () ->
                        Exchange.of(endpoint(), row.request())
                            .isRefused(
                                row.status(),
                                row.code() == 0 ? OptionalInt.empty() : OptionalInt.of(row.code()),
                                row.type())));
  }

  @Test
  void refusesAnEscapeInTheQueryThatIsNotValid() {
    Exchange.of(endpoint(), signed("GET", "/q?a=%E5%BC"))
        .isRefusedHereOrByTheServer(400, OptionalInt.of(7001), "parameters-malformed");
  }

  @Test
  void refusesMoreParametersInTheQueryThanAllowed() {
    Exchange.of(endpoint(), signed("GET", "/q?" + tooMany()))
        .isRefusedHereOrByTheServer(400, OptionalInt.of(7001), "parameters-too-many");
  }

  @Test
  void refusesTheContentTypeHeaderTwice() {
    Exchange.of(endpoint(), order().signedWith(md5()).header("Content-Type", FORM))
        .isRefusedHereOrByTheServer(401, OptionalInt.of(7001), "header-repeated");
  }

  @Test
  void refusesABodyOnDeleteWhichNoSignatureCovers() {
    GatewayCall call = GatewayCall.to("DELETE", path("/orders/7"));
    call.body("application/json", new byte[] {'{', '}'});
    Exchange.of(endpoint(), call.signedWith(md5()))
        .isRefusedHereOrByTheServer(401, OptionalInt.of(7002), "not-covered");
  }

  @TestFactory
  Stream<DynamicTest> refusesAnUnsignedRequestOfEveryMethod() {
    return Stream.of("GET", "HEAD", "POST", "PUT", "DELETE", "PATCH")
        .map(
            method ->
                DynamicTest.dynamicTest(
                    method,
                    () ->
                        Exchange.of(endpoint(), RawRequest.of(method, path("/orders")))
                            .isRefused(401, OptionalInt.of(7014), "signature-missing")));
  }

  @Test
  void neverTellsTheRightSignature() {
    GatewayCall call = order();
    for (String algorithm : new String[] {"MD5", "SM3"}) {
      GatewayKey key = SuiteKeys.of(algorithm);
      String right = OpenSsl.sign(key, call.stringToSign());
      RawRequest wrong =
          call.request(new Framing.Length())
              .header(SIGNATURE, "0".repeat(right.length()))
              .header(KEY_ID, key.id());
      Exchange exchange = Exchange.of(endpoint(), wrong);
      exchange.isRefused(401, OptionalInt.of(7002), "signature-mismatch");
      assertThat(exchange.response().toString())
          .doesNotContainIgnoringCase(right)
          .doesNotContain(key.requiredSalt());
    }
  }

  private Stream<Row> headers() {
    RawRequest signed = order().signedWith(md5());
    RawRequest noSignature = signed.withoutHeader(SIGNATURE);
    RawRequest noKey = signed.withoutHeader(KEY_ID);
    String right = OpenSsl.sign(md5(), order().stringToSign());
    return Stream.of(
        new Row("no signature header", noSignature, 401, 7014, "signature-missing"),
        new Row(
            "an empty signature header",
            noSignature.header(SIGNATURE, ""),
            401,
            7014,
            "signature-missing"),
        new Row(
            "neither signature nor key header",
            noSignature.withoutHeader(KEY_ID),
            401,
            7014,
            "signature-missing"),
        new Row("no key header", noKey, 401, 7001, "key-id-missing"),
        new Row("an empty key header", noKey.header(KEY_ID, ""), 401, 7001, "key-id-missing"),
        new Row(
            "the signature header twice, with one value",
            signed.header(SIGNATURE, right),
            401,
            7001,
            "header-repeated"),
        new Row(
            "the signature header twice, first a wrong one",
            noSignature.header(SIGNATURE, "0".repeat(32)).header(SIGNATURE, right),
            401,
            7001,
            "header-repeated"),
        new Row(
            "the signature header twice, in two spellings",
            signed.header("x-mgs-proxy-signature", "0".repeat(32)),
            401,
            7001,
            "header-repeated"),
        new Row(
            "the key header twice, with one value",
            signed.header(KEY_ID, md5().id()),
            401,
            7001,
            "header-repeated"),
        new Row(
            "the key header twice, with another key",
            signed.header(KEY_ID, SuiteKeys.of("SM3").id()),
            401,
            7001,
            "header-repeated"),
        new Row(
            "a signature header over the limit",
            noSignature.header(SIGNATURE, "0".repeat(SuiteKeys.HEADER_LIMIT + 1)),
            400,
            7001,
            "header-too-long"),
        new Row(
            "a key header over the limit",
            noKey.header(KEY_ID, "k".repeat(SuiteKeys.HEADER_LIMIT + 1)),
            400,
            7001,
            "header-too-long"),
        new Row(
            "a signature header at the limit",
            noSignature.header(SIGNATURE, "0".repeat(SuiteKeys.HEADER_LIMIT)),
            401,
            7002,
            "signature-mismatch"),
        new Row(
            "a key header at the limit",
            noKey.header(KEY_ID, "k".repeat(SuiteKeys.HEADER_LIMIT)),
            401,
            7000,
            "key-unknown"));
  }

  private Stream<Row> keys() {
    RawRequest noKey = order().signedWith(md5()).withoutHeader(KEY_ID);
    return Stream.of(
        new Row("an unknown key", noKey.header(KEY_ID, "nobody"), 401, 7000, "key-unknown"),
        new Row(
            "a known key in another case",
            noKey.header(KEY_ID, "GW-MD5-1"),
            401,
            7000,
            "key-unknown"),
        new Row(
            "a key id that names a path",
            noKey.header(KEY_ID, "../../gw-md5-1"),
            401,
            7000,
            "key-unknown"));
  }

  private Stream<Row> entities() {
    byte[] tooLarge = new byte[SuiteKeys.BODY_LIMIT + 1];
    GatewayCall large =
        GatewayCall.to("POST", path("/upload")).body("application/octet-stream", tooLarge);
    return Stream.of(
        new Row(
            "a body over the limit, by its length",
            large.signedWith(md5(), new Framing.Length()),
            413,
            0,
            "body-too-large"),
        new Row(
            "a body over the limit, in chunks",
            large.signedWith(md5(), new Framing.Chunked(8192)),
            413,
            0,
            "body-too-large"),
        new Row(
            "chunked parts without a byte",
            GatewayCall.to("POST", path("/upload"))
                .body("multipart/form-data; boundary=b", new byte[0])
                .signedWith(md5(), new Framing.Chunked(1)),
            400,
            7001,
            "entity-incomplete"));
  }

  private Stream<Row> parameters() {
    return Stream.of(
        malformed("a percent escape that is not hexadecimal, in a form", "a=%zz"),
        malformed("a percent escape that ends too early, in a form", "a=1&b=%4"),
        malformed("a percent escape in a name, in a form", "%=1"),
        malformed("an escape that is not valid UTF-8, in a form", "a=%E5%BC"),
        malformed("an overlong escape, in a form", "a=%C0%AF"),
        malformed("a surrogate as escape, in a form", "a=%ED%A0%80"),
        appended("a form of one's own behind a signed query", "POST", "to=eve&amount=9"),
        appended("the same on PATCH", "PATCH", "to=eve&amount=9"),
        appended("the same in another spelling", "POST", "t%6f=eve"),
        appended("one more value in the form", "PUT", "to=bob&to=eve"),
        spelledTwice(),
        new Row(
            "more parameters than allowed, in a form",
            signed("POST", "/q")
                .header("Content-Type", FORM)
                .body(tooMany().getBytes(StandardCharsets.US_ASCII)),
            400,
            7001,
            "parameters-too-many"));
  }

  /** With the signature of the query alone, which that of both would be if the query counts. */
  private Row appended(String name, String method, String form) {
    String target = path("/form?amount=1&to=bob");
    return new Row(
        name,
        RawRequest.of(method, target)
            .header("Content-Type", FORM)
            .header(SIGNATURE, OpenSsl.sign(md5(), method + "\n\n" + target))
            .header(KEY_ID, md5().id())
            .body(form.getBytes(StandardCharsets.US_ASCII)),
        401,
        7002,
        "parameter-conflict");
  }

  /** RESTEasy collects the values of a name before it decodes the name. */
  private Row spelledTwice() {
    return new Row(
        "a name in two spellings in a form",
        RawRequest.of("POST", path("/form"))
            .header("Content-Type", FORM)
            .header(SIGNATURE, OpenSsl.sign(md5(), "POST\n\n" + path("/form") + "?a=2"))
            .header(KEY_ID, md5().id())
            .body("a=2&%61=1".getBytes(StandardCharsets.US_ASCII)),
        401,
        7002,
        "not-covered");
  }

  private static String tooMany() {
    return IntStream.rangeClosed(0, SuiteKeys.PARAMETERS_LIMIT)
        .mapToObj(i -> "p" + i + "=")
        .collect(Collectors.joining("&"));
  }

  private Stream<Row> signatures() {
    byte[] json = "{\"a\":1}".getBytes(StandardCharsets.US_ASCII);
    RawRequest noSignature = order().signedWith(md5()).withoutHeader(SIGNATURE);
    String right = OpenSsl.sign(md5(), order().stringToSign());
    return Stream.of(
        new Row(
            "a body on PATCH, which no signature covers",
            GatewayCall.to("PATCH", path("/orders/7"))
                .body("application/json", json)
                .signedWith(md5()),
            401,
            7002,
            "not-covered"),
        mismatch("another signature", noSignature, "0".repeat(32)),
        mismatch("a signature in upper case", noSignature, right.toUpperCase(Locale.ROOT)),
        mismatch("a signature that is cut off", noSignature, right.substring(0, 31)),
        mismatch("a signature that is too long", noSignature, right + "0"),
        mismatch("a signature in quotation marks", noSignature, '"' + right + '"'),
        mismatch("two signatures in one header", noSignature, right + ", " + right));
  }

  private Row malformed(String name, String form) {
    return new Row(
        name,
        signed("POST", "/form")
            .header("Content-Type", FORM)
            .body(form.getBytes(StandardCharsets.US_ASCII)),
        400,
        7001,
        "parameters-malformed");
  }

  private static Row mismatch(String name, RawRequest noSignature, String signature) {
    return new Row(name, noSignature.header(SIGNATURE, signature), 401, 7002, "signature-mismatch");
  }

  /** With headers that get as far as the parameters: no signature would fit them. */
  private RawRequest signed(String method, String target) {
    return RawRequest.of(method, path(target))
        .header(SIGNATURE, "0".repeat(32))
        .header(KEY_ID, md5().id());
  }

  private GatewayCall order() {
    return GatewayCall.to("POST", path("/orders"))
        .query("dry", "true")
        .body("application/json", "{\"item\":7}".getBytes(StandardCharsets.US_ASCII));
  }

  private String path(String path) {
    return endpoint().base() + path;
  }

  private static GatewayKey md5() {
    return SuiteKeys.of("MD5");
  }
}
