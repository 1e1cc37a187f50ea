package io.github.mgsjaxrs.jersey;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mgsjaxrs.conformance.server.SharedServer;
import io.github.mgsjaxrs.conformance.suite.Exchange;
import io.github.mgsjaxrs.conformance.suite.GatewayCall;
import io.github.mgsjaxrs.conformance.vectors.GatewayKey;
import java.nio.charset.StandardCharsets;
import java.util.OptionalInt;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** {@code @MgsSigned(keys = …)}: the salt of one API group does not open another's resources. */
class KeysOfResourceTest {

  @RegisterExtension
  static final SharedServer SERVER =
      GrizzlyServer.of(TestVerifiers::builder, SmallApplications::ofTeams);

  private static final GatewayKey TEAM_A = TestVerifiers.key("team.a/orders");
  private static final GatewayKey TEAM_B = TestVerifiers.key("team.b/orders");

  @Test
  void admitsANamedKey() {
    serves("/team-a", TEAM_A);
  }

  @Test
  void refusesAnotherKeyAsIfItWereUnknown() {
    refuses("/team-a", TEAM_B);
  }

  @Test
  void asksForAKeyThatEveryMarkOnTheWayAdmits() {
    serves("/team-a/two", TEAM_A);
    refuses("/team-a/two", TEAM_B);
  }

  @Test
  void admitsEveryKeyWhereNoneIsNamed() {
    serves("/any-team", TEAM_A);
    serves("/any-team", TEAM_B);
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
