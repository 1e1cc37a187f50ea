package io.github.mgsjaxrs.quarkusrest;

import io.github.mgsjaxrs.conformance.matrix.MatrixProfile;
import io.github.mgsjaxrs.conformance.matrix.TargetMatrix;
import io.github.mgsjaxrs.conformance.suite.Endpoint;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;

/** Every target that runtimes alter, on the event loop. */
@QuarkusTest
@TestProfile(OnEventLoop.class)
class NonBlockingTargetTest extends TargetMatrix {

  @Override
  protected Endpoint endpoint() {
    return OnEventLoop.endpoint();
  }

  @Override
  protected MatrixProfile profile() {
    return MatrixTest.profileOf(OnEventLoop.RUNTIME);
  }
}
