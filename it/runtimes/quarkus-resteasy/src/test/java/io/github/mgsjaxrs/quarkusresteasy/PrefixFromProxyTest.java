package io.github.mgsjaxrs.quarkusresteasy;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mgsjaxrs.conformance.matrix.MatrixProfile;
import io.github.mgsjaxrs.conformance.matrix.TargetMatrix;
import io.github.mgsjaxrs.conformance.suite.Endpoint;
import io.github.mgsjaxrs.conformance.suite.Exchange;
import io.github.mgsjaxrs.conformance.suite.GatewayCall;
import io.github.mgsjaxrs.conformance.suite.SuiteKeys;
import io.github.mgsjaxrs.conformance.vectors.GatewayKey;
import io.github.mgsjaxrs.conformance.wire.Header;
import io.github.mgsjaxrs.conformance.wire.RawRequest;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * RESTEasy puts a forwarded prefix in front of the path that it matches: such a request reaches
 * another resource than the one that was signed, and is refused.
 */
@QuarkusTest
@TestProfile(PrefixFromProxy.class)
class PrefixFromProxyTest {

  private static final GatewayKey KEY = SuiteKeys.of("SM3");

  /** Each makes RESTEasy see another path, or another query. */
  private static final List<Header> REPLACING =
      List.of(
          new Header("X-Forwarded-Prefix", "/front"),
          new Header("X-Forwarded-Prefix", "/front/..;"),
          new Header("X-Forwarded-Prefix", "/front?a="),
          new Header("X-Forwarded-Prefix", "/front#"),
          new Header("X-Forwarded-Host", "h/front"),
          new Header("X-Forwarded-Host", "h/front?a="),
          new Header("X-Forwarded-Host", "h/front#"),
          new Header("X-Forwarded-Proto", "http://h/front?a="),
          // Quarkus refuses such a Host by itself only where it believes no proxy
          new Header("Host", "h/front"),
          new Header("Host", "h/front?a="),
          new Header("Host", "h/front#"));

  private static final List<Header> HARMLESS =
      List.of(
          new Header("X-Forwarded-Prefix", "/"),
          new Header("X-Forwarded-Host", "gateway.example:8443"),
          new Header("X-Forwarded-Proto", "https"),
          new Header("X-Forwarded-Port", "8443"),
          new Header("X-Forwarded-For", "192.0.2.1"));

  @Nested
  class Target extends TargetMatrix {
    @Override
    protected Endpoint endpoint() {
      return PrefixFromProxy.endpoint();
    }

    @Override
    protected MatrixProfile profile() {
      return QuarkusServer.profileOf(QuarkusServer.RUNTIME + ", a prefix from its proxy")
          .cannotHold(
              "target: X-Forwarded-Prefix changes nothing",
              "RESTEasy matches the prefix and the path, of which the gateway signed the path");
    }
  }

  @TestFactory
  Stream<DynamicTest> refusesARightlySignedRequestOfWhichAHeaderMakesAnother() {
    return REPLACING.stream()
        .map(
            header ->
                DynamicTest.dynamicTest(
                    header.toString(),
                    () ->
                        Exchange.of(
                                PrefixFromProxy.endpoint(), signed("/x").headers(List.of(header)))
                            .isRefused(401, OptionalInt.of(7002), "not-covered")));
  }

  @TestFactory
  Stream<DynamicTest> servesARightlySignedRequestWhateverElseAProxyTells() {
    return HARMLESS.stream()
        .map(
            header ->
                DynamicTest.dynamicTest(
                    header.toString(),
                    () ->
                        Exchange.of(
                                PrefixFromProxy.endpoint(), signed("/x").headers(List.of(header)))
                            .isServedWhole(KEY)));
  }

  @Test
  void refusesASignatureOverThePathThatThePrefixMakes() {
    RawRequest request =
        signed("/front/x")
            .target(PrefixFromProxy.BASE + "/x")
            .header("X-Forwarded-Prefix", "/front");
    Exchange exchange = Exchange.of(PrefixFromProxy.endpoint(), request);
    assertThat(exchange.response().status()).isEqualTo(401);
    exchange.reachesNothing();
  }

  private static RawRequest signed(String path) {
    return GatewayCall.to("POST", PrefixFromProxy.BASE + path).query("q", "1").signedWith(KEY);
  }
}
