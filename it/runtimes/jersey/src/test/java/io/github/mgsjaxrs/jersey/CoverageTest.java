package io.github.mgsjaxrs.jersey;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mgsjaxrs.Coverage;
import io.github.mgsjaxrs.conformance.server.SharedServer;
import io.github.mgsjaxrs.conformance.suite.Exchange;
import io.github.mgsjaxrs.conformance.suite.GatewayCall;
import io.github.mgsjaxrs.conformance.suite.SuiteKeys;
import io.github.mgsjaxrs.conformance.vectors.GatewayKey;
import io.github.mgsjaxrs.conformance.wire.Framing;
import io.github.mgsjaxrs.conformance.wire.RawRequest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * {@code mgs.coverage}: what becomes of the parts that no signature covers. On Jetty, as Grizzly
 * refuses a body on DELETE by itself.
 */
class CoverageTest {

  @RegisterExtension
  static final SharedServer PROTOCOL =
      JettyServer.echo(() -> TestVerifiers.builder().coverage(Coverage.PROTOCOL));

  @RegisterExtension
  static final SharedServer STRICT =
      JettyServer.echo(() -> TestVerifiers.builder().coverage(Coverage.STRICT));

  @RegisterExtension
  static final SharedServer MARKED_STRICT =
      GrizzlyServer.of(TestVerifiers::builder, SmallApplications::ofTeams);

  private static final GatewayKey KEY = SuiteKeys.of("SM3");

  static Stream<RawRequest> uncovered() {
    return Stream.of(
        withBody("DELETE").signedWith(KEY),
        withBody("PATCH").signedWith(KEY),
        withBody("PATCH").signedWith(KEY, new Framing.Chunked(2)),
        GatewayCall.to("GET", "/q").query("a", "1").query("a", "2").signedWith(KEY),
        GatewayCall.to("POST", "/q").field("a", "1").field("a", "2").signedWith(KEY),
        GatewayCall.to("POST", "/q").query("a", "1").field("b", "2").signedWith(KEY),
        GatewayCall.to("POST", "/q")
            .query("a", "1")
            .formCharset(StandardCharsets.UTF_8) // a form that might have had this field
            .signedWith(KEY),
        GatewayCall.to("GET", "/q").query("a", "1&b=2").signedWith(KEY),
        GatewayCall.to("GET", "/q").query("a=b", "1").signedWith(KEY),
        GatewayCall.to("POST", "/q")
            .body("application/json", "null".getBytes(StandardCharsets.US_ASCII))
            .signedWith(KEY));
  }

  @ParameterizedTest
  @MethodSource("uncovered")
  void servesWhatTheProtocolLeavesOutIfTheSettingIsProtocol(RawRequest request) {
    Exchange.of(PROTOCOL.endpoint(), request).isServedWhole(KEY);
  }

  @ParameterizedTest
  @MethodSource("uncovered")
  void refusesWhatTheProtocolLeavesOutIfTheSettingIsStrict(RawRequest request) {
    Exchange.of(STRICT.endpoint(), request).isRefused(401, OptionalInt.of(7002), "not-covered");
  }

  /** One of the two was not signed, whichever that is. */
  @Test
  void servesTwoValuesOfOneParameterOnlyIfTheSettingIsProtocol() {
    RawRequest request =
        GatewayCall.to("POST", "/q").query("a", "1").field("a", "2").signedWith(KEY);
    Exchange.of(PROTOCOL.endpoint(), request).isServedWhole(KEY);
    for (SharedServer server : List.of(STRICT, MARKED_STRICT)) {
      String path = server == STRICT ? "/q" : "/strict";
      Exchange.of(
              server.endpoint(),
              GatewayCall.to("POST", path).query("a", "1").field("a", "2").signedWith(KEY))
          .isRefused(401, OptionalInt.of(7002), "parameter-conflict");
    }
  }

  @Test
  void servesWhatIsWhollyCoveredIfTheSettingIsStrict() {
    Exchange.of(
            STRICT.endpoint(),
            GatewayCall.to("PUT", "/q")
                .query("a", "1")
                .body("application/json", new byte[] {'1'})
                .signedWith(KEY))
        .isServedWhole(KEY);
    Exchange.of(STRICT.endpoint(), GatewayCall.to("GET", "/q").query("a", "").signedWith(KEY))
        .isServedWhole(KEY);
    Exchange.of(STRICT.endpoint(), GatewayCall.to("POST", "/q").field("a", "1").signedWith(KEY))
        .isServedWhole(KEY);
  }

  @Test
  void followsTheMarkOfTheResourceBeforeTheSetting() {
    Exchange.of(MARKED_STRICT.endpoint(), repeated("/strict"))
        .isRefused(401, OptionalInt.of(7002), "not-covered");
    assertThat(MARKED_STRICT.endpoint().send(repeated("/any-team")).status()).isEqualTo(200);
  }

  private static RawRequest repeated(String path) {
    return GatewayCall.to("POST", path)
        .query("a", "1")
        .query("a", "2")
        .body("text/plain", new byte[] {'1'})
        .signedWith(KEY);
  }

  private static GatewayCall withBody(String method) {
    return GatewayCall.to(method, "/q").body("application/json", new byte[] {'{', '}'});
  }
}
