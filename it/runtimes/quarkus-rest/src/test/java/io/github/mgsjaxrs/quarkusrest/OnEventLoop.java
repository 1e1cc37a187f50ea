package io.github.mgsjaxrs.quarkusrest;

import io.github.mgsjaxrs.conformance.suite.Endpoint;
import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/** An application whose methods are all non-blocking; it has a path of its own below another. */
public class OnEventLoop implements QuarkusTestProfile {

  static final String RUNTIME = MatrixTest.RUNTIME + ", on the event loop";

  @Override
  public Map<String, String> getConfigOverrides() {
    return Map.of(
        "suite.application", "non-blocking",
        "quarkus.http.root-path", "/root",
        "quarkus.http.proxy.enable-forwarded-prefix", "true");
  }

  static Endpoint endpoint() {
    return QuarkusServer.below("/root/rest");
  }
}
