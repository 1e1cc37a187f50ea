package io.github.mgsjaxrs.quarkusrest;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mgsjaxrs.conformance.matrix.resources.Fingerprint;
import io.github.mgsjaxrs.conformance.suite.Exchange;
import io.github.mgsjaxrs.conformance.suite.GatewayCall;
import io.github.mgsjaxrs.conformance.suite.SuiteKeys;
import io.github.mgsjaxrs.conformance.wire.Framing;
import io.github.mgsjaxrs.conformance.wire.RawRequest;
import io.github.mgsjaxrs.conformance.wire.RawResponse;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code mgs.mode=report}: everything is served whole, and nobody counts as verified. */
@QuarkusTest
@TestProfile(ReportModeTest.Reporting.class)
class ReportModeTest {

  /** Nothing is refused, neither after matching nor before. */
  public static class Reporting implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of("mgs.mode", "report", "mgs.protect", "/scoped/*,/matrix/entity/*");
    }
  }

  private static byte[] bytes(int count) {
    return "x".repeat(count).getBytes(StandardCharsets.US_ASCII);
  }

  static Stream<RawRequest> blocking() {
    return Stream.of("/x", "/scoped/x").flatMap(ReportModeTest::requests);
  }

  /** What takes bytes, as Quarkus reads no stream there that the library left as it was. */
  static Stream<RawRequest> onTheEventLoop() {
    return Stream.of("/matrix/async/stage", "/matrix/entity/stage")
        .flatMap(ReportModeTest::requests);
  }

  private static Stream<RawRequest> requests(String path) {
    GatewayCall small = GatewayCall.to("POST", path).body("text/plain", bytes(1000));
    RawRequest unsigned = small.request(new Framing.Length());
    GatewayCall large =
        GatewayCall.to("POST", path).body("text/plain", bytes(SuiteKeys.MEMORY_LIMIT + 1000));
    GatewayCall tooLarge =
        GatewayCall.to("POST", path).body("text/plain", bytes(SuiteKeys.BODY_LIMIT + 1));
    return Stream.of(
        unsigned,
        small.request(new Framing.Chunked(100)),
        small.signedWith(SuiteKeys.of("MD5")),
        small.signedWith(SuiteKeys.of("MD5"), new Framing.Chunked(100)),
        small.signedWith(SuiteKeys.of("MD5")).target(path + "?changed=1"),
        unsigned.header(GatewayCall.SIGNATURE, "0").header(GatewayCall.KEY_ID, "nobody"),
        large.request(new Framing.Chunked(8192)),
        large.signedWith(SuiteKeys.of("SM3")),
        large.signedWith(SuiteKeys.of("SM3")).target(path + "?changed=1"),
        tooLarge.signedWith(SuiteKeys.of("MD5")),
        tooLarge.signedWith(SuiteKeys.of("MD5"), new Framing.Chunked(8192)));
  }

  @ParameterizedTest
  @MethodSource("blocking")
  void servesEveryRequestWholeButNamesNoCaller(RawRequest request) {
    Exchange exchange = Exchange.of(QuarkusServer.endpoint(), request);
    exchange.isServed();
    JsonObject echo = exchange.response().json();
    assertThat(echo.getInt("bodyLength")).isEqualTo(request.body().length);
    assertThat(echo).doesNotContainKeys("keyId", "algorithm");
  }

  @ParameterizedTest
  @MethodSource("onTheEventLoop")
  void servesEveryRequestWholeOnTheEventLoop(RawRequest request) {
    RawResponse response = QuarkusServer.endpoint().send(request);
    assertThat(response.status()).as("%s", response).isEqualTo(200);
    String whole =
        request.target().startsWith("/matrix/async")
            ? new String(request.body(), StandardCharsets.US_ASCII)
            : Fingerprint.of(request.body());
    assertThat(response.text()).isEqualTo(whole);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/form", "/scoped/form", "/nonblocking/form"})
  void servesFormsWithTheirFields(String path) {
    GatewayCall call = GatewayCall.to("POST", path).field("a", "1");
    for (RawRequest form :
        new RawRequest[] {
          call.request(new Framing.Length()),
          call.request(new Framing.Chunked(2)),
          call.signedWith(SuiteKeys.of("MD5")),
          call.signedWith(SuiteKeys.of("MD5")).target(path + "/changed")
        }) {
      Exchange exchange = Exchange.of(QuarkusServer.endpoint(), form);
      exchange.isServed();
      assertThat(exchange.response().json().getJsonObject("form").getJsonArray("a").getString(0))
          .isEqualTo("1");
    }
  }
}
