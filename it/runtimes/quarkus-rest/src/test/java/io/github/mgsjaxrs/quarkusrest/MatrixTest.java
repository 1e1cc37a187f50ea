package io.github.mgsjaxrs.quarkusrest;

import io.github.mgsjaxrs.conformance.matrix.Matrices;
import io.github.mgsjaxrs.conformance.matrix.MatrixProfile;
import io.github.mgsjaxrs.conformance.matrix.OptionalPart;
import io.github.mgsjaxrs.conformance.suite.Endpoint;
import io.quarkus.test.junit.QuarkusTest;

/** The matrices on methods that run on worker threads, unless they are asynchronous. */
@QuarkusTest
class MatrixTest extends Matrices {

  static final String RUNTIME = "Quarkus REST";

  static MatrixProfile profileOf(String runtime) {
    return MatrixProfile.of(runtime)
        .with(OptionalPart.CDI, OptionalPart.JSON, OptionalPart.SUBCLASSED_BEANS)
        .cannotHold(
            "target: /matrix/target/x?a=b;c=d",
            "Quarkus ends a parameter at a raw ';', the gateway does not");
  }

  @Override
  protected Endpoint endpoint() {
    return QuarkusServer.endpoint();
  }

  @Override
  protected MatrixProfile profile() {
    return profileOf(RUNTIME);
  }
}
