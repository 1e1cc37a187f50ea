package io.github.mgsjaxrs.quarkusresteasy;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mgsjaxrs.conformance.suite.Exchange;
import io.github.mgsjaxrs.conformance.suite.GatewayCall;
import io.github.mgsjaxrs.conformance.suite.SuiteKeys;
import io.github.mgsjaxrs.conformance.vectors.GatewayKey;
import io.github.mgsjaxrs.conformance.wire.RawRequest;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * RESTEasy would take what follows a slash in the Host header for the start of the path. Nobody
 * signed the Host header: a request that was recorded would reach every other resource by it.
 */
@QuarkusTest
@TestProfile(WithoutProxy.class)
class HostHeaderTest {

  private static final GatewayKey KEY = SuiteKeys.of("RSA");

  @TestFactory
  Stream<DynamicTest> servesOnlyTheSignedPathWhateverTheHostHeaderAddsToIt() {
    return Stream.of(
            "h/front",
            "h/front?a=",
            "h/front#",
            "h/front/..;",
            "h:80/front",
            "h:80/front?a=",
            "h@h/front",
            "h\\front",
            "/front",
            "?a=",
            "#",
            "h/matrix/target/x?a=")
        .map(host -> DynamicTest.dynamicTest(host, () -> reachesNothingElse(host)));
  }

  private static void reachesNothingElse(String host) {
    RawRequest signed =
        GatewayCall.to("POST", "/x").query("q", "1").signedWith(KEY).header("Host", host);
    Exchange exchange = Exchange.of(QuarkusServer.endpoint(), signed);
    if (exchange.response().status() == 200) {
      exchange.isServedWhole(KEY);
    } else {
      assertThat(exchange.response().status()).isBetween(400, 599);
      exchange.reachesNothing();
    }
  }
}
