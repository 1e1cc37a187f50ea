package io.github.mgsjaxrs.conformance.matrix;

import io.github.mgsjaxrs.conformance.suite.Endpoint;
import org.junit.jupiter.api.Nested;

/** The matrices of one application, as JUnit classes nested in the runtime's own. */
public abstract class Matrices {

  /** For the runtime's own class. */
  protected Matrices() {}

  /**
   * Where the resources of the matrices are.
   *
   * @return the endpoint
   */
  protected abstract Endpoint endpoint();

  /**
   * What the runtime has.
   *
   * @return the same for all matrices
   */
  protected abstract MatrixProfile profile();

  @Nested
  class Protection extends ProtectionMatrix {
    @Override
    protected Endpoint endpoint() {
      return Matrices.this.endpoint();
    }

    @Override
    protected MatrixProfile profile() {
      return Matrices.this.profile();
    }
  }

  @Nested
  class Entity extends EntityMatrix {
    @Override
    protected Endpoint endpoint() {
      return Matrices.this.endpoint();
    }

    @Override
    protected MatrixProfile profile() {
      return Matrices.this.profile();
    }
  }

  @Nested
  class Target extends TargetMatrix {
    @Override
    protected Endpoint endpoint() {
      return Matrices.this.endpoint();
    }

    @Override
    protected MatrixProfile profile() {
      return Matrices.this.profile();
    }
  }

  @Nested
  class Hostile extends HostileMatrix {
    @Override
    protected Endpoint endpoint() {
      return Matrices.this.endpoint();
    }

    @Override
    protected MatrixProfile profile() {
      return Matrices.this.profile();
    }
  }

  @Nested
  class FormReadings extends FormReadingsSuite {
    @Override
    protected Endpoint endpoint() {
      return Matrices.this.endpoint();
    }

    @Override
    protected MatrixProfile profile() {
      return Matrices.this.profile();
    }
  }
}
