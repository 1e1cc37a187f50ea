package io.github.mgsjaxrs.quarkusrest;

import io.github.mgsjaxrs.conformance.suite.Endpoint;
import io.github.mgsjaxrs.conformance.suite.EntitySuite;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;

/** Bodies of every size before matching, on the event loop. */
@QuarkusTest
@TestProfile(PathScopeTest.AllPaths.class)
class PathScopeEntitiesTest extends EntitySuite {

  @Override
  protected Endpoint endpoint() {
    return QuarkusServer.endpoint();
  }
}
