package io.github.mgsjaxrs.conformance.matrix;

import io.github.mgsjaxrs.conformance.suite.Endpoint;
import io.github.mgsjaxrs.conformance.suite.RootSuites;
import org.junit.jupiter.api.Nested;

/** All suites and the matrices, on one application that has the resources of both. */
public abstract class RootSuitesAndMatrices extends RootSuites {

  /** For the runtime's own class. */
  protected RootSuitesAndMatrices() {}

  /**
   * What the runtime has.
   *
   * @return the same for all matrices
   */
  protected abstract MatrixProfile profile();

  @Override
  protected String runtime() {
    return profile().runtime();
  }

  @Override
  protected boolean hasServlets() {
    return profile().has(OptionalPart.SERVLET);
  }

  /** The same application again. */
  @Nested
  class AllMatrices extends Matrices {
    @Override
    protected Endpoint endpoint() {
      return RootSuitesAndMatrices.this.endpoint();
    }

    @Override
    protected MatrixProfile profile() {
      return RootSuitesAndMatrices.this.profile();
    }
  }
}
