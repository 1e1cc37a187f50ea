package io.github.mgsjaxrs.conformance.suite;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mgsjaxrs.conformance.vectors.GatewayKey;
import io.github.mgsjaxrs.conformance.wire.Framing;
import io.github.mgsjaxrs.conformance.wire.Header;
import io.github.mgsjaxrs.conformance.wire.RawRequest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Spellings of a path, and headers, by which one might reach a signed resource through the open
 * one. An unsigned request may be refused, or be served by the open resource; nothing else.
 */
public abstract class PathTrickSuite {

  private static final List<String> TRICKS =
      List.of(
          "/open/../x",
          "/open/../../x",
          "/open/./../x",
          "/open//../x",
          "/open;a=b/../x",
          "/open/;a=b/../x",
          "/open/..;a=b/x",
          "/open/..;/x",
          "/open;/x",
          "/open;a=/../x",
          "/open/%2e%2e/x",
          "/open/%2E%2E/x",
          "/open/%2e./x",
          "/open/.%2e/x",
          "/open/%2e%2e%2fx",
          "/open/..%2Fx",
          "/open%2F..%2Fx",
          "/open%2Fx",
          "/open/%252e%252e/x",
          "/open/..%5Cx",
          "/open%3B/../x",
          "/open%3Fa",
          "/open%00",
          "/open%00/../x",
          "/open%0d%0a/x",
          "/open%20",
          "/open.json",
          "/open?/../x",
          "/openx",
          "/OPEN",
          "//x",
          "///x",
          "//open",
          "//open/../x",
          "/./x",
          "/./open/../x",
          "/x/../open",
          "/x/..;/open",
          "/x%2F..%2Fopen",
          "/x;/open",
          "/;/x",
          "/;open/x",
          "/%2Fx",
          "/%2e/x",
          "/%6Fpen",
          "/%6Fpen/../x",
          "/ope%6E/x",
          "/%6f%70%65%6e",
          "/");

  /** No targets of HTTP: what becomes of them is up to the server, but never a signed resource. */
  private static final List<String> MALFORMED =
      List.of(
          "*", "x", "open/../x", "/open/..\\x", "/open/|/../x", "/open/../x%", "/open/%zz/../x");

  private static final List<Header> HEADERS =
      List.of(
          new Header("X-HTTP-Method-Override", "GET"),
          new Header("X-HTTP-Method-Override", "DELETE"),
          new Header("X-HTTP-Method", "DELETE"),
          new Header("X-Method-Override", "DELETE"),
          new Header("X-Forwarded-Prefix", "/open"),
          new Header("X-Forwarded-Path", "/open"),
          new Header("X-Forwarded-Uri", "/open"),
          new Header("X-Forwarded-Host", "open"),
          new Header("X-Forwarded-Proto", "https"),
          new Header("X-Forwarded-Port", "1"),
          new Header("X-Forwarded-For", "127.0.0.1"),
          new Header("Forwarded", "for=127.0.0.1;host=open;proto=https"),
          new Header("X-Original-URL", "/open"),
          new Header("X-Rewrite-URL", "/open"));

  private static final byte[] FORM = "_method=DELETE".getBytes(StandardCharsets.US_ASCII);

  /** For the runtime's own class. */
  protected PathTrickSuite() {}

  /**
   * Where the application listens.
   *
   * @return the endpoint
   */
  protected abstract Endpoint endpoint();

  @TestFactory
  Stream<DynamicTest> answersAnUnsignedPathByARefusalOrAsOpen() {
    return TRICKS.stream()
        .flatMap(
            path ->
                Stream.of(
                    unsigned(RawRequest.of("GET", target(path))),
                    unsigned(
                        RawRequest.of("POST", target(path)).body(FORM, new Framing.Length()))));
  }

  @TestFactory
  Stream<DynamicTest> reachesNoSignedResourceByATargetThatIsNone() {
    return MALFORMED.stream()
        .map(
            target ->
                DynamicTest.dynamicTest(
                    target,
                    () -> {
                      Exchange exchange = Exchange.of(endpoint(), RawRequest.of("GET", target));
                      assertThat(endpoint().called(exchange.ticket())).doesNotContain("signed");
                    }));
  }

  @TestFactory
  Stream<DynamicTest> answersAnUnsignedRequestWithAnOverridingHeaderByARefusalOrAsOpen() {
    return HEADERS.stream()
        .flatMap(
            header ->
                Stream.of("/x", "/open", "/open/../x")
                    .map(
                        path ->
                            unsigned(
                                RawRequest.of("POST", target(path))
                                    .headers(List.of(header))
                                    .body(FORM))));
  }

  @TestFactory
  Stream<DynamicTest> answersAMethodInTheParametersByARefusalOrAsOpen() {
    return Stream.of("/x?_method=GET", "/open?_method=DELETE", "/open/../x?_method=GET")
        .map(
            path ->
                unsigned(
                    RawRequest.of("POST", target(path))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .body(FORM)));
  }

  @TestFactory
  Stream<DynamicTest> servesARightlySignedPathAsItWasSent() {
    GatewayKey key = SuiteKeys.of("SM2");
    return Stream.of("/a%2Fb", "/a%2fb/c", "/files/a%2F..%2Fb", "/%E5%BC%A0", "/openx")
        .map(
            path ->
                DynamicTest.dynamicTest(
                    path,
                    () ->
                        Exchange.of(
                                endpoint(),
                                GatewayCall.to("GET", target(path)).query("q", "1").signedWith(key))
                            .isServedWhole(key)));
  }

  @TestFactory
  Stream<DynamicTest> verifiesARightlySignedRequestAsItWasSentWhateverOverridingHeadersSay() {
    GatewayKey key = SuiteKeys.of("RSA");
    return HEADERS.stream()
        .map(
            header ->
                DynamicTest.dynamicTest(
                    header.name() + ": " + header.value(),
                    () ->
                        Exchange.of(
                                endpoint(),
                                GatewayCall.to("POST", target("/x"))
                                    .query("q", "1")
                                    .field("_method", "DELETE")
                                    .signedWith(key)
                                    .headers(List.of(header)))
                            .isServedWhole(key)));
  }

  @TestFactory
  Stream<DynamicTest> refusesTheSignatureOfOneSpellingForAnother() {
    GatewayKey key = SuiteKeys.of("MD5");
    RawRequest signed = GatewayCall.to("GET", target("/a/b")).signedWith(key);
    return Stream.of("/a%2Fb", "/a/./b", "/a//b", "/x/../a/b", "/a/b/", "/a;v=1/b", "/%61/b")
        .map(
            path ->
                DynamicTest.dynamicTest(
                    path,
                    () -> {
                      Exchange exchange = Exchange.of(endpoint(), signed.target(target(path)));
                      assertThat(exchange.response().status()).isIn(400, 401, 404);
                      exchange.reachesNothing();
                    }));
  }

  private DynamicTest unsigned(RawRequest request) {
    return DynamicTest.dynamicTest(
        request.method() + " " + request.target() + " " + request.headers(),
        () -> {
          Exchange exchange = Exchange.of(endpoint(), request);
          String what = request + "\n" + exchange.response();
          assertThat(exchange.response().status()).as(what).isIn(200, 400, 401, 404, 405);
          if (exchange.response().status() == 200) {
            assertThat(exchange.response().json().getString("resource")).as(what).isEqualTo("open");
            assertThat(endpoint().called(exchange.ticket())).as(what).containsExactly("open");
          } else {
            exchange.reachesNothing();
          }
        });
  }

  private String target(String path) {
    return endpoint().base() + path;
  }
}
