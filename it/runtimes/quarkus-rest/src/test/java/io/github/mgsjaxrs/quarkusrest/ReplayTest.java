package io.github.mgsjaxrs.quarkusrest;

import io.github.mgsjaxrs.conformance.suite.Endpoint;
import io.github.mgsjaxrs.conformance.suite.ReplaySuite;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.util.Map;

/** Requests that are sent twice, with Caffeine as the cache of this one node. */
@QuarkusTest
@TestProfile(ReplayTest.Guarding.class)
class ReplayTest extends ReplaySuite {

  /** Guards what the suites send several times. */
  public static class Guarding implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of("mgs.replay.guard", "koogallery-v2,rpc");
    }
  }

  @Override
  protected Endpoint endpoint() {
    return QuarkusServer.endpoint();
  }
}
