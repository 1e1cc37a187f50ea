package io.github.mgsjaxrs.conformance.suite;

import org.junit.jupiter.api.Nested;

/**
 * The suites that fit an application below any path, as JUnit classes nested in the runtime's own.
 *
 * <pre>{@code class ConformanceTest extends EndpointSuites { … endpoint() … }}</pre>
 */
public abstract class EndpointSuites {

  /** For the runtime's own class. */
  protected EndpointSuites() {}

  /**
   * Where the echo application listens.
   *
   * @return the endpoint
   */
  protected abstract Endpoint endpoint();

  /**
   * Whether the runtime reads a form out of any body that has no Content-Type.
   *
   * @return false for most
   */
  protected boolean takesFormsWithoutType() {
    return false;
  }

  @Nested
  class Rejections extends RejectionSuite {
    @Override
    protected Endpoint endpoint() {
      return EndpointSuites.this.endpoint();
    }
  }

  @Nested
  class PathTricks extends PathTrickSuite {
    @Override
    protected Endpoint endpoint() {
      return EndpointSuites.this.endpoint();
    }
  }

  @Nested
  class SignedByOpenSsl extends OpenSslSuite {
    @Override
    protected Endpoint endpoint() {
      return EndpointSuites.this.endpoint();
    }
  }

  @Nested
  class Entities extends EntitySuite {
    @Override
    protected Endpoint endpoint() {
      return EndpointSuites.this.endpoint();
    }

    @Override
    protected boolean takesFormsWithoutType() {
      return EndpointSuites.this.takesFormsWithoutType();
    }
  }
}
