package io.github.mgsjaxrs.jersey;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mgsjaxrs.conformance.server.SharedServer;
import io.github.mgsjaxrs.conformance.suite.Exchange;
import io.github.mgsjaxrs.conformance.suite.GatewayCall;
import io.github.mgsjaxrs.conformance.vectors.GatewayKey;
import java.nio.charset.StandardCharsets;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * {@code mgs.protect."<pattern>".keys}: the salt of one API group does not open another's paths.
 */
class KeysOfPatternTest {

  @RegisterExtension
  static final SharedServer SERVER =
      GrizzlyServer.of(
          () ->
              TestVerifiers.builder()
                  .protect("/api/*")
                  .protectWithKeys("/api/orders/*", Set.of("team.a/orders")),
          SmallApplications::pathScope);

  private static final GatewayKey TEAM_A = TestVerifiers.key("team.a/orders");
  private static final GatewayKey TEAM_B = TestVerifiers.key("team.b/orders");

  @Test
  void admitsTheKeyOfThePatternThere() {
    serves("/api/orders/7", TEAM_A);
  }

  @Test
  void refusesAnotherKeyThereAsIfItWereUnknown() {
    refuses("/api/orders/7", TEAM_B);
    refuses("/api/%6Frders/7", TEAM_B);
    refuses("/api/x/../orders/7", TEAM_B);
    refuses("/api/orders;v=1/7", TEAM_B);
  }

  @Test
  void admitsEveryKeyUnderAPatternThatNamesNone() {
    serves("/api/x", TEAM_A);
    serves("/api/x", TEAM_B);
  }

  private static void serves(String path, GatewayKey key) {
    String body = UUID.randomUUID().toString();
    assertThat(SERVER.endpoint().send(call(path, body).signedWith(key)).text()).isEqualTo(body);
  }

  private static void refuses(String path, GatewayKey key) {
    String body = UUID.randomUUID().toString();
    Exchange.of(SERVER.endpoint(), call(path, body).signedWith(key))
        .isRefused(401, OptionalInt.of(7000), "key-unknown");
    assertThat(SmallApplications.reached(body)).isFalse();
  }

  private static GatewayCall call(String path, String body) {
    return GatewayCall.to("POST", path)
        .body("text/plain", body.getBytes(StandardCharsets.US_ASCII));
  }
}
