package io.github.mgsjaxrs.jersey;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mgsjaxrs.conformance.server.SharedServer;
import io.github.mgsjaxrs.conformance.suite.Exchange;
import io.github.mgsjaxrs.conformance.suite.GatewayCall;
import io.github.mgsjaxrs.conformance.suite.SuiteKeys;
import io.github.mgsjaxrs.conformance.wire.Framing;
import io.github.mgsjaxrs.conformance.wire.RawRequest;
import io.github.mgsjaxrs.settings.Mode;
import jakarta.json.JsonObject;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** {@code mgs.mode=report}: everything is served, and nobody counts as verified. */
class ReportModeTest {

  @RegisterExtension
  static final SharedServer SERVER =
      GrizzlyServer.echo(() -> TestVerifiers.builder().mode(Mode.REPORT));

  static Stream<RawRequest> requests() {
    GatewayCall call = GatewayCall.to("POST", "/orders").body("text/plain", new byte[1000]);
    RawRequest unsigned = call.request(new Framing.Length());
    return Stream.of(
        unsigned,
        call.request(new Framing.Chunked(100)),
        call.signedWith(SuiteKeys.of("MD5")),
        call.signedWith(SuiteKeys.of("MD5"), new Framing.Chunked(100)),
        call.signedWith(SuiteKeys.of("MD5")).target("/changed"),
        unsigned.header(GatewayCall.SIGNATURE, "0").header(GatewayCall.KEY_ID, "nobody"),
        GatewayCall.to("POST", "/large")
            .body("text/plain", new byte[SuiteKeys.BODY_LIMIT - 1])
            .request(new Framing.Chunked(8192)),
        GatewayCall.to("POST", "/large")
            .body("text/plain", new byte[SuiteKeys.BODY_LIMIT + 1])
            .signedWith(SuiteKeys.of("MD5")),
        GatewayCall.to("POST", "/large")
            .body("text/plain", new byte[SuiteKeys.BODY_LIMIT + 1])
            .signedWith(SuiteKeys.of("MD5"), new Framing.Chunked(8192)));
  }

  @ParameterizedTest
  @MethodSource("requests")
  void servesEveryRequestWholeButNamesNoCaller(RawRequest request) {
    Exchange exchange = Exchange.of(SERVER.endpoint(), request);
    exchange.isServed();
    JsonObject echo = exchange.response().json();
    assertThat(echo.getInt("bodyLength")).isEqualTo(request.body().length);
    assertThat(echo).doesNotContainKeys("keyId", "algorithm");
  }

  @Test
  void servesFormsWithTheirFields() {
    RawRequest form = GatewayCall.to("POST", "/form").field("a", "1").request(new Framing.Length());
    Exchange exchange = Exchange.of(SERVER.endpoint(), form);
    exchange.isServed();
    assertThat(exchange.response().json().getJsonObject("form").getJsonArray("a").getString(0))
        .isEqualTo("1");
  }
}
