package io.github.mgsjaxrs.jersey;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mgsjaxrs.conformance.server.SharedServer;
import io.github.mgsjaxrs.conformance.suite.Exchange;
import io.github.mgsjaxrs.conformance.suite.GatewayCall;
import io.github.mgsjaxrs.conformance.vectors.GatewayKey;
import java.nio.charset.StandardCharsets;
import java.util.OptionalInt;
import java.util.UUID;

/**
 * Whether a path admits a key.
 *
 * @param server with one of {@link SmallApplications}
 */
record KeysOfPaths(SharedServer server) {

  static final GatewayKey TEAM_A = TestVerifiers.key("team.a/orders");
  static final GatewayKey TEAM_B = TestVerifiers.key("team.b/orders");

  void areAdmittedAt(String path, GatewayKey... keys) {
    for (GatewayKey key : keys) {
      String body = UUID.randomUUID().toString();
      assertThat(server.endpoint().send(call(path, body).signedWith(key)).text())
          .as("%s with %s", path, key.id())
          .isEqualTo(body);
    }
  }

  /** Refused before the resource, as if nobody had such a key. */
  void isUnknownAt(String path, GatewayKey key) {
    String body = UUID.randomUUID().toString();
    Exchange.of(server.endpoint(), call(path, body).signedWith(key))
        .isRefused(401, OptionalInt.of(7000), "key-unknown");
    assertThat(SmallApplications.reached(body)).isFalse();
  }

  private static GatewayCall call(String path, String body) {
    return GatewayCall.to("POST", path)
        .body("text/plain", body.getBytes(StandardCharsets.US_ASCII));
  }
}
