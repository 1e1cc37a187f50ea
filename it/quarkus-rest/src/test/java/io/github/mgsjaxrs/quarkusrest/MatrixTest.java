package io.github.mgsjaxrs.quarkusrest;

import io.github.mgsjaxrs.conformance.matrix.EntityMatrix;
import io.github.mgsjaxrs.conformance.matrix.MatrixProfile;
import io.github.mgsjaxrs.conformance.matrix.OptionalPart;
import io.github.mgsjaxrs.conformance.matrix.ProtectionMatrix;
import io.github.mgsjaxrs.conformance.matrix.TargetMatrix;
import io.github.mgsjaxrs.conformance.suite.Endpoint;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Nested;

/** The matrices on methods that run on worker threads, unless they are asynchronous. */
@QuarkusTest
class MatrixTest {

  static final String RUNTIME = "Quarkus REST";

  static MatrixProfile profileOf(String runtime) {
    return MatrixProfile.of(runtime)
        .with(OptionalPart.CDI, OptionalPart.JSON)
        .cannotHold(
            "target: /matrix/target/x?a=b;c=d",
            "Quarkus ends a parameter at a raw ';', the gateway does not");
  }

  @Nested
  class Protection extends ProtectionMatrix {
    @Override
    protected Endpoint endpoint() {
      return QuarkusServer.endpoint();
    }

    @Override
    protected MatrixProfile profile() {
      return profileOf(RUNTIME);
    }
  }

  @Nested
  class Entity extends EntityMatrix {
    @Override
    protected Endpoint endpoint() {
      return QuarkusServer.endpoint();
    }

    @Override
    protected MatrixProfile profile() {
      return profileOf(RUNTIME);
    }
  }

  @Nested
  class Target extends TargetMatrix {
    @Override
    protected Endpoint endpoint() {
      return QuarkusServer.endpoint();
    }

    @Override
    protected MatrixProfile profile() {
      return profileOf(RUNTIME);
    }
  }
}
