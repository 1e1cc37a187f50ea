package io.github.mgsjaxrs.quarkusrest;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mgsjaxrs.conformance.suite.Endpoint;
import io.github.mgsjaxrs.conformance.suite.Exchange;
import io.github.mgsjaxrs.conformance.suite.GatewayCall;
import io.github.mgsjaxrs.conformance.suite.SuiteKeys;
import io.github.mgsjaxrs.conformance.vectors.GatewayKey;
import io.github.mgsjaxrs.conformance.wire.RawRequest;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** Protection by path, before matching, where everything runs on the event loop. */
@QuarkusTest
@TestProfile(PathScopeTest.AllPaths.class)
class PathScopeTest {

  /** Protects all but the suite's own paths. */
  public static class AllPaths implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of(
          "mgs.protect", "/*",
          "mgs.protect.except", "/echo-calls/*",
          // of the application's own settings: no path has two schemes
          "mgs.protect.\"/apigw-scope/*\".scheme", "backend",
          // a proxy that is trusted to tell the part of the path that it took away
          "quarkus.http.proxy.enable-forwarded-prefix", "true");
    }
  }

  @Test
  void refusesWhatNoMethodWouldServeLikeEverythingElse() {
    for (String method : new String[] {"GET", "POST", "OPTIONS", "SEARCH"}) {
      for (String path : new String[] {"/open/x", "/ways/nothing", "/%6Fpen", "//open"}) {
        Exchange.of(QuarkusServer.endpoint(), RawRequest.of(method, path))
            .isRefused(401, OptionalInt.of(7014), "signature-missing");
      }
    }
    assertThat(QuarkusServer.endpoint().called(Endpoint.newTicket())).isEmpty();
  }

  @Test
  void refusesATargetThatAForwardedPrefixWouldMakeRight() {
    GatewayKey key = SuiteKeys.of("SM3");
    RawRequest signed = GatewayCall.to("POST", "/front/ways/uni").signedWith(key);
    assertThat(
            QuarkusServer.endpoint()
                .send(signed.target("/ways/uni").header("X-Forwarded-Prefix", "/front"))
                .status())
        .isEqualTo(401);
    RawRequest right = GatewayCall.to("POST", "/ways/uni").signedWith(key);
    assertThat(QuarkusServer.endpoint().send(right.header("X-Forwarded-Prefix", "/front")).status())
        .isEqualTo(200);
  }
}
