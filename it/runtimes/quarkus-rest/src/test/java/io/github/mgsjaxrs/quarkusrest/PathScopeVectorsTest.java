package io.github.mgsjaxrs.quarkusrest;

import io.github.mgsjaxrs.conformance.suite.Endpoint;
import io.github.mgsjaxrs.conformance.suite.VectorSuite;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;

/** Every vector before matching, on the event loop. */
@QuarkusTest
@TestProfile(PathScopeTest.AllPaths.class)
class PathScopeVectorsTest extends VectorSuite {

  @Override
  protected Endpoint endpoint() {
    return QuarkusServer.endpoint();
  }

  @Override
  protected boolean isRefusedHere(String name) {
    return name.startsWith("order-is-case-sensitive/");
  }
}
