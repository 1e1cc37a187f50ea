package io.github.mgsjaxrs.jersey;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.mgsjaxrs.Coverage;
import io.github.mgsjaxrs.apigateway.ApiGatewaySettings;
import io.github.mgsjaxrs.apigateway.protocol.HeaderCharset;
import io.github.mgsjaxrs.conformance.openssl.OpenSsl;
import io.github.mgsjaxrs.conformance.server.SharedServer;
import io.github.mgsjaxrs.conformance.suite.ApiGatewayHeaderSuite;
import io.github.mgsjaxrs.conformance.suite.Endpoint;
import io.github.mgsjaxrs.conformance.suite.Exchange;
import io.github.mgsjaxrs.conformance.suite.SuiteKeys;
import io.github.mgsjaxrs.conformance.vectors.GatewayKey;
import io.github.mgsjaxrs.conformance.wire.Framing;
import io.github.mgsjaxrs.conformance.wire.RawRequest;
import io.github.mgsjaxrs.settings.Mode;
import jakarta.json.JsonObject;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What API Gateway signs in report mode, with required headers, and by the strictest coverage. */
class ApiGatewayModesTest {

  private static final String LIST = "X-Ca-Proxy-Signature-Headers";
  private static final String BODY = "{\"amount\":100}";
  private static final GatewayKey KEY = SuiteKeys.ofApiGateway().get(0);

  @RegisterExtension
  static final SharedServer REPORTING =
      GrizzlyServer.echo(() -> TestVerifiers.echo().mode(Mode.REPORT));

  @RegisterExtension
  static final SharedServer REQUIRING =
      GrizzlyServer.echo(
          () ->
              TestVerifiers.echo()
                  .scheme(ApiGatewaySettings.DEFAULT.withRequiredHeaders(Set.of("X-Tenant"))));

  @RegisterExtension
  static final SharedServer STRICT =
      GrizzlyServer.echo(() -> TestVerifiers.echo().coverage(Coverage.STRICT));

  @RegisterExtension
  static final SharedServer LATIN =
      GrizzlyServer.echo(() -> TestVerifiers.echo().scheme(readingLatin()));

  @RegisterExtension
  static final SharedServer LATIN_IN_JETTY =
      JettyServer.echo(() -> TestVerifiers.echo().scheme(readingLatin()));

  private static ApiGatewaySettings readingLatin() {
    return ApiGatewaySettings.DEFAULT.withHeaderCharset(HeaderCharset.ISO_8859_1);
  }

  /** With the setting that says what the server makes of bytes beyond ASCII. */
  @Nested
  class HeadersInLatin extends ApiGatewayHeaderSuite {
    @Override
    protected Endpoint endpoint() {
      return LATIN.endpoint();
    }
  }

  /** The same in a servlet container. */
  @Nested
  class HeadersInLatinInJetty extends ApiGatewayHeaderSuite {
    @Override
    protected Endpoint endpoint() {
      return LATIN_IN_JETTY.endpoint();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"caf\u00e9", "\u5f20\u4e09", "\ud83d\ude00"})
  void servesWhatWasSignedInUtf8WhereTheServerReadsBytes(String value) {
    for (SharedServer server : new SharedServer[] {LATIN, LATIN_IN_JETTY}) {
      RawRequest request =
          signed("/apigw/x", "X-Name", "x-name:" + value + "\n").header("X-Name", value);
      Exchange.of(server.endpoint(), request).isServedWholeTo("apigateway", KEY);
      Exchange.of(server.endpoint(), request.headIn(ISO_8859_1)).isNotServedTo("apigateway");
    }
  }

  private static RawRequest unsigned(String path) {
    return RawRequest.of("POST", path)
        .header("Content-Type", "application/json")
        .header("X-User", "alice")
        .header("X-Tenant", "t-1")
        .body(BODY.getBytes(UTF_8));
  }

  private static RawRequest signed(String path, String list, String lines) {
    String text = "POST\n" + OpenSsl.contentMd5(BODY.getBytes(UTF_8)) + "\n" + lines + path;
    return unsigned(path)
        .header(LIST, list)
        .header("X-Ca-Proxy-Signature-Secret-Key", KEY.id())
        .header("X-Ca-Proxy-Signature", OpenSsl.sign(KEY, text));
  }

  private static RawRequest signed(String path) {
    return signed(path, "X-User", "x-user:alice\n");
  }

  static Stream<RawRequest> requests() {
    return Stream.of("/apigw/x", "/apigw-scope/x", "/apigw-required")
        .flatMap(
            path ->
                Stream.of(
                    unsigned(path),
                    signed(path),
                    signed(path).header("X-User", "mallory"),
                    signed(path).withoutHeader("X-User"),
                    signed(path).header(LIST, "X-Tenant"),
                    signed(path, "X-User,X-User", "x-user:alice\n"),
                    signed(path, "X-User,, no name", "x-user:alice\n"),
                    signed(path, "x".repeat(SuiteKeys.HEADER_LIMIT + 1), ""),
                    signed(path).target(path + "?changed=1"),
                    unsigned(path)
                        .body(new byte[SuiteKeys.BODY_LIMIT + 1], new Framing.Chunked(8192))));
  }

  @ParameterizedTest
  @MethodSource("requests")
  void reportsEveryRequestServesItWholeAndNamesNoCaller(RawRequest request) {
    Exchange exchange = Exchange.of(REPORTING.endpoint(), request);
    exchange.isServedTo("apigateway");
    JsonObject echo = exchange.response().json();
    assertThat(echo.getInt("bodyLength")).isEqualTo(request.body().length);
    assertThat(echo).doesNotContainKeys("keyId", "algorithm");
  }

  @Test
  void asksEveryRequestForTheHeadersOfTheSettings() {
    for (String path : new String[] {"/apigw/x", "/apigw-scope/x"}) {
      refused(REQUIRING, signed(path));
      refused(REQUIRING, signed(path).withoutHeader("X-Tenant"));
      refused(REQUIRING, signed(path, "X-User,X-Role", "x-user:alice\n"));
      Exchange.of(REQUIRING.endpoint(), signed(path, "x-tenant", "x-tenant:t-1\n"))
          .isServedWholeTo("apigateway", KEY);
    }
  }

  @Test
  void asksForThoseOfTheMarkAsWell() {
    String path = "/apigw-required";
    refused(REQUIRING, signed(path));
    refused(REQUIRING, signed(path, "X-Tenant", "x-tenant:t-1\n"));
    Exchange.of(
            REQUIRING.endpoint(), signed(path, "X-User,X-Tenant", "x-tenant:t-1\nx-user:alice\n"))
        .isServedWholeTo("apigateway", KEY);
  }

  @Test
  void asksStrictlyForTheContentTypeOfABody() {
    refused(STRICT, signed("/apigw/x"));
    refused(STRICT, signed("/apigw-scope/x"));
    Exchange.of(
            STRICT.endpoint(),
            signed("/apigw/x", "Content-Type", "content-type:application/json\n"))
        .isServedWholeTo("apigateway", KEY);
  }

  private static void refused(SharedServer server, RawRequest request) {
    Exchange.of(server.endpoint(), request)
        .isRefusedByApiGateway(401, OptionalInt.of(7002), "not-covered");
  }
}
