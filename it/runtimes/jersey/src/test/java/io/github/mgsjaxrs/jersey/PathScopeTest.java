package io.github.mgsjaxrs.jersey;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mgsjaxrs.conformance.server.SharedServer;
import io.github.mgsjaxrs.conformance.suite.Exchange;
import io.github.mgsjaxrs.conformance.suite.GatewayCall;
import io.github.mgsjaxrs.conformance.suite.SuiteKeys;
import io.github.mgsjaxrs.conformance.vectors.GatewayKey;
import io.github.mgsjaxrs.conformance.wire.Framing;
import io.github.mgsjaxrs.conformance.wire.RawRequest;
import io.github.mgsjaxrs.conformance.wire.RawResponse;
import java.nio.charset.StandardCharsets;
import java.util.OptionalInt;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Protection by path, before matching; its spellings and keys are rows of the matrix. */
class PathScopeTest {

  @RegisterExtension
  static final SharedServer SERVER =
      GrizzlyServer.of(
          () -> TestVerifiers.builder().protect("/api/*").protectExcept("/api/health"),
          SmallApplications::pathScope);

  @RegisterExtension
  static final SharedServer WITH_PREFLIGHT =
      GrizzlyServer.of(
          () -> TestVerifiers.builder().protect("/api/*").preflight(true),
          SmallApplications::pathScope);

  private static final GatewayKey KEY = SuiteKeys.of("SM2");

  @ParameterizedTest
  @ValueSource(strings = {"/api/x", "/api/nothing-here", "/api", "/api/", "/api/orders/7"})
  void refusesEveryUnsignedRequestAlike(String path) {
    for (String method : new String[] {"GET", "POST", "DELETE", "PATCH", "OPTIONS", "SEARCH"}) {
      Exchange.of(SERVER.endpoint(), RawRequest.of(method, path).body(new byte[0]))
          .isRefused(401, OptionalInt.of(7014), "signature-missing");
    }
  }

  @Test
  void leavesOtherPathsAndTheExceptionOpen() {
    assertThat(text("/other")).isEqualTo("other");
    assertThat(text("/api/health")).isEqualTo("healthy");
  }

  @Test
  void servesASignedRequestWithItsWholeEntity() {
    String body = body();
    RawRequest request =
        GatewayCall.to("POST", "/api/x").body("text/plain", bytes(body)).signedWith(KEY);
    assertThat(SERVER.endpoint().send(request).text()).isEqualTo(body);
    String large = body.repeat(10_000);
    RawRequest chunked =
        GatewayCall.to("POST", "/api/x")
            .body("text/plain", bytes(large))
            .signedWith(KEY, new Framing.Chunked(5000));
    assertThat(SERVER.endpoint().send(chunked).text()).isEqualTo(large);
  }

  @Test
  void tellsAMissingResourceOnlyToWhoSigns() {
    RawResponse response =
        SERVER.endpoint().send(GatewayCall.to("GET", "/api/nothing-here").signedWith(KEY));
    assertThat(response.status()).isEqualTo(404);
  }

  @Test
  void handsTheCallerToTheResource() {
    RawResponse response =
        SERVER.endpoint().send(GatewayCall.to("GET", "/api/caller").signedWith(KEY));
    assertThat(response.text()).isEqualTo("MGS-Signature " + KEY.id());
  }

  @Test
  void refusesALargeBodyBeforeMatching() {
    Exchange.of(
            SERVER.endpoint(),
            GatewayCall.to("POST", "/api/nothing-here")
                .body("text/plain", new byte[SuiteKeys.BODY_LIMIT + 1])
                .signedWith(KEY, new Framing.Chunked(10_000)))
        .isRefused(413, OptionalInt.empty(), "body-too-large");
  }

  @Test
  void letsPreflightsPassOnlyWhereTheSettingSaysSo() {
    RawRequest preflight = RawRequest.of("OPTIONS", "/api/x");
    assertThat(SERVER.endpoint().send(preflight).status()).isEqualTo(401);
    assertThat(WITH_PREFLIGHT.endpoint().send(preflight).status()).isEqualTo(200);
    assertThat(WITH_PREFLIGHT.endpoint().send(RawRequest.of("GET", "/api/x")).status())
        .isEqualTo(401);
  }

  private static String text(String path) {
    return SERVER.endpoint().send(RawRequest.of("GET", path)).text();
  }

  private static String body() {
    return UUID.randomUUID().toString();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
