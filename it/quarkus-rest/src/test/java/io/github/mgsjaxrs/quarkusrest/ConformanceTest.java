package io.github.mgsjaxrs.quarkusrest;

import io.github.mgsjaxrs.conformance.suite.Endpoint;
import io.github.mgsjaxrs.conformance.suite.EntitySuite;
import io.github.mgsjaxrs.conformance.suite.OpenSslSuite;
import io.github.mgsjaxrs.conformance.suite.PathTrickSuite;
import io.github.mgsjaxrs.conformance.suite.RejectionSuite;
import io.github.mgsjaxrs.conformance.suite.VectorSuite;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Nested;

/** The suites on methods that run on worker threads. */
@QuarkusTest
class ConformanceTest {

  @Nested
  class Vectors extends VectorSuite {
    @Override
    protected Endpoint endpoint() {
      return QuarkusServer.endpoint();
    }

    @Override
    protected String runtime() {
      return MatrixTest.RUNTIME;
    }

    /** Quarkus takes names that differ only in case for one. */
    @Override
    protected boolean isRefusedHere(String name) {
      return name.startsWith("order-is-case-sensitive/");
    }
  }

  @Nested
  class Rejections extends RejectionSuite {
    @Override
    protected Endpoint endpoint() {
      return QuarkusServer.endpoint();
    }
  }

  @Nested
  class PathTricks extends PathTrickSuite {
    @Override
    protected Endpoint endpoint() {
      return QuarkusServer.endpoint();
    }
  }

  @Nested
  class SignedByOpenSsl extends OpenSslSuite {
    @Override
    protected Endpoint endpoint() {
      return QuarkusServer.endpoint();
    }
  }

  @Nested
  class Entities extends EntitySuite {
    @Override
    protected Endpoint endpoint() {
      return QuarkusServer.endpoint();
    }
  }
}
