package io.github.mgsjaxrs.quarkusresteasy;

import io.github.mgsjaxrs.conformance.suite.Endpoint;
import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/** Quarkus believes every header of a proxy, and stands below a path of its own. */
public class PrefixFromProxy implements QuarkusTestProfile {

  static final String BASE = "/root";

  @Override
  public Map<String, String> getConfigOverrides() {
    return Map.of(
        "quarkus.http.root-path", BASE, "quarkus.http.proxy.enable-forwarded-prefix", "true");
  }

  static Endpoint endpoint() {
    return QuarkusServer.below(BASE);
  }
}
