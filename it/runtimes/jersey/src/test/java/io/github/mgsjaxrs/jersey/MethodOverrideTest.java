package io.github.mgsjaxrs.jersey;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mgsjaxrs.conformance.server.SharedServer;
import io.github.mgsjaxrs.conformance.suite.Exchange;
import io.github.mgsjaxrs.conformance.suite.GatewayCall;
import io.github.mgsjaxrs.conformance.suite.SuiteKeys;
import io.github.mgsjaxrs.conformance.vectors.GatewayKey;
import io.github.mgsjaxrs.conformance.wire.RawRequest;
import org.glassfish.jersey.server.filter.HttpMethodOverrideFilter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An application that lets a header, which no signature covers, replace the method. */
class MethodOverrideTest {

  @RegisterExtension
  static final SharedServer SERVER =
      GrizzlyServer.of(
          TestVerifiers::builder,
          () -> GrizzlyServer.echoApplication().register(HttpMethodOverrideFilter.class));

  private static final GatewayKey KEY = SuiteKeys.of("MD5");

  @ParameterizedTest
  @ValueSource(strings = {"DELETE", "PUT", "PATCH"})
  void reachesNothingByAMethodThatWasNotSigned(String method) {
    RawRequest signed = GatewayCall.to("POST", "/orders/7").query("q", "1").signedWith(KEY);
    Exchange exchange =
        Exchange.of(SERVER.endpoint(), signed.header("X-HTTP-Method-Override", method));
    assertThat(exchange.response().status()).isIn(400, 401);
    exchange.reachesNothing();
  }

  @Test
  void refusesAnUnsignedRequestWithAnOverriddenMethod() {
    Exchange.of(
            SERVER.endpoint(),
            RawRequest.of("POST", "/orders/7")
                .header("X-HTTP-Method-Override", "OPTIONS")
                .body(new byte[0]))
        .reachesNothing();
  }

  @Test
  void servesTheMethodThatWasSigned() {
    Exchange.of(SERVER.endpoint(), GatewayCall.to("DELETE", "/orders/7").signedWith(KEY))
        .isServedWhole(KEY);
  }
}
