package io.github.mgsjaxrs.conformance.suite;

import java.util.List;
import org.junit.jupiter.api.Nested;

/** All suites, on an application at the root of its server, whose paths the vectors sign. */
public abstract class RootSuites extends EndpointSuites {

  /** For the runtime's own class. */
  protected RootSuites() {}

  /**
   * Names the runtime in the table of all of them.
   *
   * @return its name
   */
  protected abstract String runtime();

  /**
   * Tells which vectors the runtime cannot hand to a resource as they were signed.
   *
   * @param name the vector's name
   * @return whether it has to be refused as not covered
   */
  protected boolean isRefusedHere(String name) {
    return false;
  }

  /**
   * Whether the package {@code matrix.resources.servlet} is deployed.
   *
   * @return false where there are no servlets
   */
  protected boolean hasServlets() {
    return false;
  }

  /**
   * Names answers of kinds that this runtime alone has.
   *
   * @return paths whose answer is {@code SignedAnswers.TEXT}, signed
   */
  protected List<String> furtherAnswers() {
    return List.of();
  }

  @Nested
  class Rpc extends RpcSuite {
    @Override
    protected Endpoint endpoint() {
      return RootSuites.this.endpoint();
    }
  }

  @Nested
  class KooGallery extends KooGallerySuite {
    @Override
    protected Endpoint endpoint() {
      return RootSuites.this.endpoint();
    }
  }

  @Nested
  class ApiGateway extends ApiGatewaySuite {
    @Override
    protected Endpoint endpoint() {
      return RootSuites.this.endpoint();
    }
  }

  @Nested
  class ApiGatewayVectors extends ApiGatewayVectorSuite {
    @Override
    protected Endpoint endpoint() {
      return RootSuites.this.endpoint();
    }

    @Override
    protected String runtime() {
      return RootSuites.this.runtime();
    }

    @Override
    protected boolean isRefusedHere(String name) {
      return RootSuites.this.isRefusedHere(name + "/"); // each is of one algorithm
    }
  }

  @Nested
  class ApiGatewayHeaders extends ApiGatewayHeaderSuite {
    @Override
    protected Endpoint endpoint() {
      return RootSuites.this.endpoint();
    }

    @Override
    protected String runtime() {
      return RootSuites.this.runtime();
    }

    @Override
    protected boolean hasServlets() {
      return RootSuites.this.hasServlets();
    }
  }

  @Nested
  class Packages extends PackageSuite {
    @Override
    protected Endpoint endpoint() {
      return RootSuites.this.endpoint();
    }
  }

  @Nested
  class BodySigns extends BodySignSuite {
    @Override
    protected Endpoint endpoint() {
      return RootSuites.this.endpoint();
    }

    @Override
    protected List<String> furtherAnswers() {
      return RootSuites.this.furtherAnswers();
    }
  }

  @Nested
  class Readings extends ReadingsSuite {
    @Override
    protected Endpoint endpoint() {
      return RootSuites.this.endpoint();
    }

    @Override
    protected String runtime() {
      return RootSuites.this.runtime();
    }
  }

  @Nested
  class Vectors extends VectorSuite {
    @Override
    protected Endpoint endpoint() {
      return RootSuites.this.endpoint();
    }

    @Override
    protected String runtime() {
      return RootSuites.this.runtime();
    }

    @Override
    protected boolean isRefusedHere(String name) {
      return RootSuites.this.isRefusedHere(name);
    }
  }
}
