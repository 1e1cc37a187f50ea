package io.github.mgsjaxrs.jersey;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.mgsjaxrs.conformance.server.SharedServer;
import io.github.mgsjaxrs.conformance.suite.GatewayCall;
import io.github.mgsjaxrs.conformance.suite.SuiteKeys;
import io.github.mgsjaxrs.conformance.wire.RawRequest;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nothing of what can be watched has to be there. */
@Tag("cdi")
@ResourceLock("cdi")
class WeldWithoutObservabilityTest {

  @RegisterExtension static final SharedServer SERVER = WeldServer.echo(Map::of);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "io.opentelemetry.api.OpenTelemetry",
        "org.eclipse.microprofile.health.HealthCheck"
      })
  void isWithoutTheApi(String type) {
    assertThatExceptionOfType(ClassNotFoundException.class).isThrownBy(() -> Class.forName(type));
  }

  @Test
  void verifiesAllTheSame() {
    RawRequest right =
        GatewayCall.to("POST", "/orders")
            .body("text/plain", "two teas".getBytes(UTF_8))
            .signedWith(SuiteKeys.of("MD5"));
    assertThat(SERVER.endpoint().send(right).status()).isEqualTo(200);
    assertThat(SERVER.endpoint().send(right.target("/changed")).status()).isEqualTo(401);
  }
}
