package io.github.mgsjaxrs.jersey;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mgsjaxrs.conformance.server.SharedServer;
import io.github.mgsjaxrs.conformance.suite.GatewayCall;
import io.github.mgsjaxrs.conformance.suite.SuiteKeys;
import io.github.mgsjaxrs.conformance.wire.Framing;
import io.github.mgsjaxrs.conformance.wire.RawRequest;
import io.github.mgsjaxrs.conformance.wire.RawResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** {@code mgs.responses.code=hide}: the status is all that a client learns. */
class HiddenCodesTest {

  @RegisterExtension
  static final SharedServer SERVER =
      GrizzlyServer.echo(() -> TestVerifiers.builder().responseDetails(false));

  @Test
  void leavesOutCodeTypeAndDetail() {
    RawResponse unsigned = SERVER.endpoint().send(RawRequest.of("GET", "/orders"));
    assertThat(unsigned.status()).isEqualTo(401);
    assertThat(unsigned.json()).doesNotContainKeys("code", "type", "detail");
    assertThat(unsigned.json().getInt("status")).isEqualTo(401);
    assertThat(unsigned.header("WWW-Authenticate")).contains("MGS-Signature");
  }

  @Test
  void answersEveryUnauthorisedRequestAlike() {
    RawRequest plain = RawRequest.of("GET", "/orders");
    RawRequest wrong = plain.header(GatewayCall.SIGNATURE, "0".repeat(32));
    String unsigned = SERVER.endpoint().send(plain).text();
    assertThat(SERVER.endpoint().send(wrong.header(GatewayCall.KEY_ID, "nobody")).text())
        .isEqualTo(unsigned);
    assertThat(SERVER.endpoint().send(wrong.header(GatewayCall.KEY_ID, "gw-md5-1")).text())
        .isEqualTo(unsigned);
  }

  @Test
  void leavesOutTheOutcomeOfCallsOfClients() {
    RawResponse unsigned = SERVER.endpoint().send(RawRequest.of("POST", "/mgw"));
    assertThat(unsigned.status()).isEqualTo(401);
    assertThat(unsigned.json()).doesNotContainKeys("code", "type", "detail");
    assertThat(unsigned.headers("Result-Status")).isEmpty();
    assertThat(unsigned.headers("Tips")).isEmpty();
    assertThat(unsigned.header("WWW-Authenticate")).contains("MGS-RPC-Signature");
    RawResponse expired =
        SERVER
            .endpoint()
            .send(
                RawRequest.of("POST", "/mgw")
                    .header("AppId", SuiteKeys.ofRpc("RPC_MD5").id())
                    .header("Operation-Type", "suite.call")
                    .header("signType", "0")
                    .header("Ts", "1")
                    .header("Sign", "0".repeat(32)));
    assertThat(expired.status()).isEqualTo(401);
    assertThat(expired.text()).isEqualTo(unsigned.text());
    assertThat(expired.headers("Result-Status")).isEmpty();
  }

  @Test
  void keepsTheStatusOfOtherRefusals() {
    RawResponse tooLarge =
        SERVER
            .endpoint()
            .send(
                GatewayCall.to("POST", "/orders")
                    .body("text/plain", new byte[SuiteKeys.BODY_LIMIT + 1])
                    .signedWith(SuiteKeys.of("MD5"), new Framing.Length()));
    assertThat(tooLarge.status()).isEqualTo(413);
    assertThat(tooLarge.json()).doesNotContainKeys("code", "type", "detail");
  }
}
