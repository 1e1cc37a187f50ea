package io.github.mgsjaxrs.jersey;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.mgsjaxrs.Rejection;
import io.github.mgsjaxrs.SignatureAlgorithm;
import io.github.mgsjaxrs.conformance.server.SharedServer;
import io.github.mgsjaxrs.conformance.suite.GatewayCall;
import io.github.mgsjaxrs.conformance.vectors.GatewayKey;
import io.github.mgsjaxrs.conformance.wire.Framing;
import io.github.mgsjaxrs.conformance.wire.RawRequest;
import io.github.mgsjaxrs.crypto.TextKey;
import io.github.mgsjaxrs.keys.KeySet;
import io.github.mgsjaxrs.settings.Limits;
import io.github.mgsjaxrs.settings.Mode;
import io.github.mgsjaxrs.verifier.MgsVerifier;
import io.github.mgsjaxrs.verifier.MgsVerifierBuilder;
import io.github.mgsjaxrs.verifier.VerdictEvent;
import io.github.mgsjaxrs.verifier.VerdictEvent.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What listeners are told of requests: everything once, and nothing that is secret. */
class VerdictListenerTest {

  private static final GatewayKey ORDERS = GatewayKey.salted("orders", "MD5", "salt");

  private static final RecordedVerdicts.Keys ENFORCED = keys();
  private static final RecordedVerdicts.Keys REPORTED = keys();

  @RegisterExtension
  static final SharedServer SERVER =
      GrizzlyServer.echo(() -> verifier(ENFORCED).protect("/orders/*"));

  @RegisterExtension
  static final SharedServer REPORTING =
      GrizzlyServer.echo(() -> verifier(REPORTED).mode(Mode.REPORT).protect("/orders/*"));

  private static RecordedVerdicts.Keys keys() {
    return new RecordedVerdicts.Keys(
        KeySet.of(Map.of("orders", TextKey.salted(SignatureAlgorithm.MD5, "salt"))));
  }

  private static MgsVerifierBuilder verifier(RecordedVerdicts.Keys keys) {
    return MgsVerifier.builder().keys(keys).limits(Limits.defaults().withBody(1000));
  }

  private static GatewayCall call(String path) {
    return GatewayCall.to("POST", path).query("q", "1").body("text/plain", "tea".getBytes(UTF_8));
  }

  @BeforeEach
  void forget() {
    ENFORCED.events().clear();
    REPORTED.events().clear();
  }

  private static VerdictEvent only(RecordedVerdicts.Keys keys) {
    List<VerdictEvent> told = new ArrayList<>(keys.events());
    assertThat(told).hasSize(1);
    assertThat(told.get(0).duration()).isPositive();
    return told.get(0);
  }

  private static void isTold(
      VerdictEvent event, Outcome outcome, Rejection rejection, String key, long entityBytes) {
    assertThat(event.outcome()).isEqualTo(outcome);
    assertThat(event.rejection()).isEqualTo(rejection);
    assertThat(event.keyId()).isEqualTo(key);
    assertThat(event.algorithm()).isEqualTo(key == null ? null : SignatureAlgorithm.MD5);
    assertThat(event.entityBytes()).isEqualTo(entityBytes);
  }

  @Test
  void tellsAVerifiedRequestOnceThoughPathAndMarkProtectIt() {
    assertThat(SERVER.endpoint().send(call("/orders/7").signedWith(ORDERS)).status())
        .isEqualTo(200);
    VerdictEvent event = only(ENFORCED);
    isTold(event, Outcome.VERIFIED, null, "orders", 3);
    assertThat(event.method()).isEqualTo("POST");
    assertThat(event.path()).isEqualTo("/orders/7");
    assertThat(event.code()).isEmpty();
  }

  @Test
  void tellsWhyARequestWasRefused() {
    RawRequest changed = call("/x").signedWith(ORDERS).target("/x?q=2");
    assertThat(SERVER.endpoint().send(changed).status()).isEqualTo(401);
    VerdictEvent event = only(ENFORCED);
    isTold(event, Outcome.REJECTED, Rejection.SIGNATURE_MISMATCH, "orders", 3);
    assertThat(event.code()).hasValue(7002);
    assertThat(event.toString()).doesNotContain("q=", "tea", "salt");
  }

  @Test
  void namesNoKeyThatIsNotConfigured() {
    GatewayKey stranger = GatewayKey.salted("a stranger's words", "MD5", "salt");
    assertThat(SERVER.endpoint().send(call("/x").signedWith(stranger)).status()).isEqualTo(401);
    isTold(only(ENFORCED), Outcome.REJECTED, Rejection.KEY_UNKNOWN, null, VerdictEvent.UNREAD);
  }

  @Test
  void namesTheKeyOfARequestThatItsHeadersAloneRefuse() {
    RawRequest uncovered =
        GatewayCall.to("PATCH", "/orders/7")
            .body("text/plain", "tea".getBytes(UTF_8))
            .signedWith(ORDERS);
    assertThat(SERVER.endpoint().send(uncovered).status()).isEqualTo(401);
    isTold(only(ENFORCED), Outcome.REJECTED, Rejection.NOT_COVERED, "orders", VerdictEvent.UNREAD);
  }

  @Test
  void tellsHowMuchWasReadOfAnEntityThatIsTooLarge() {
    RawRequest large =
        GatewayCall.to("POST", "/x")
            .body("text/plain", new byte[1500])
            .signedWith(ORDERS, new Framing.Chunked(100));
    assertThat(SERVER.endpoint().send(large).status()).isEqualTo(413);
    VerdictEvent event = only(ENFORCED);
    assertThat(event.rejection()).isEqualTo(Rejection.BODY_TOO_LARGE);
    assertThat(event.code()).isEmpty();
    assertThat(event.entityBytes()).isBetween(1001L, 1500L);
  }

  @Test
  void tellsNothingOfWhatIsNotProtected() {
    assertThat(SERVER.endpoint().send(call("/open/x").request(new Framing.Length())).status())
        .isEqualTo(200);
    assertThat(ENFORCED.events()).isEmpty();
  }

  @Test
  void tellsOnceWhatReportModeWouldRefuse() {
    RawRequest unsigned = call("/orders/7").request(new Framing.Length());
    assertThat(REPORTING.endpoint().send(unsigned).status()).isEqualTo(200);
    isTold(
        only(REPORTED), Outcome.REPORTED, Rejection.SIGNATURE_MISSING, null, VerdictEvent.UNREAD);
  }

  @Test
  void tellsWhatReportModeVerifies() {
    assertThat(REPORTING.endpoint().send(call("/orders/7").signedWith(ORDERS)).status())
        .isEqualTo(200);
    isTold(only(REPORTED), Outcome.VERIFIED, null, "orders", 3);
  }

  @Test
  void servesRequestsWhoseListenerFails() {
    for (int i = 0; i < 3; i++) {
      assertThat(SERVER.endpoint().send(call(RecordedVerdicts.FAILING).signedWith(ORDERS)).status())
          .isEqualTo(200);
    }
    assertThat(ENFORCED.events()).hasSize(3);
  }
}
