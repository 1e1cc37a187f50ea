package io.github.mgsjaxrs.quarkusrest;

import io.github.mgsjaxrs.conformance.matrix.EntityMatrix;
import io.github.mgsjaxrs.conformance.matrix.MatrixProfile;
import io.github.mgsjaxrs.conformance.suite.Endpoint;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;

/** Every way to take an entity, on the event loop. */
@QuarkusTest
@TestProfile(OnEventLoop.class)
class NonBlockingEntityTest extends EntityMatrix {

  @Override
  protected Endpoint endpoint() {
    return OnEventLoop.endpoint();
  }

  @Override
  protected MatrixProfile profile() {
    return MatrixTest.profileOf(OnEventLoop.RUNTIME);
  }
}
