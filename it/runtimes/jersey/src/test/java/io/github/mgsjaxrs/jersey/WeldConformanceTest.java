package io.github.mgsjaxrs.jersey;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mgsjaxrs.conformance.echo.ApiGatewayEchoes;
import io.github.mgsjaxrs.conformance.server.SharedServer;
import io.github.mgsjaxrs.conformance.suite.Endpoint;
import io.github.mgsjaxrs.conformance.suite.GatewayCall;
import io.github.mgsjaxrs.conformance.suite.RootSuites;
import io.github.mgsjaxrs.conformance.suite.SuiteKeys;
import io.github.mgsjaxrs.conformance.vectors.GatewayKey;
import io.github.mgsjaxrs.conformance.wire.RawRequest;
import io.github.mgsjaxrs.conformance.wire.RawResponse;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.parallel.ResourceLock;

/** The suites on Jersey with Grizzly and Weld, set up by configuration alone. */
@Tag("cdi")
@ResourceLock("cdi")
class WeldConformanceTest extends RootSuites {

  @RegisterExtension static final SharedServer SERVER = WeldServer.echo(ApiGatewayEchoes::settings);

  @Override
  protected Endpoint endpoint() {
    return SERVER.endpoint();
  }

  @Override
  protected String runtime() {
    return "Jersey with Weld SE on Grizzly";
  }

  @Test
  void injectsTheCallerOfEachRequest() {
    for (GatewayKey key : SuiteKeys.all()) {
      RawResponse response =
          SERVER.endpoint().send(GatewayCall.to("GET", "/injected-caller").signedWith(key));
      assertThat(response.text()).isEqualTo(key.id() + " " + key.algorithm());
    }
    assertThat(SERVER.endpoint().send(RawRequest.of("GET", "/injected-caller")).status())
        .isEqualTo(401);
  }
}
