package io.github.mgsjaxrs.quarkusrest;

import io.github.mgsjaxrs.conformance.suite.Endpoint;
import io.github.mgsjaxrs.conformance.suite.EntitySuite;
import io.github.mgsjaxrs.conformance.suite.OpenSslSuite;
import io.github.mgsjaxrs.conformance.suite.PathTrickSuite;
import io.github.mgsjaxrs.conformance.suite.RejectionSuite;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Nested;

/** The suites on methods that run on the event loop. */
@QuarkusTest
class NonBlockingConformanceTest {

  @Nested
  class Rejections extends RejectionSuite {
    @Override
    protected Endpoint endpoint() {
      return QuarkusServer.below("/nonblocking");
    }
  }

  @Nested
  class PathTricks extends PathTrickSuite {
    @Override
    protected Endpoint endpoint() {
      return QuarkusServer.below("/nonblocking");
    }
  }

  @Nested
  class SignedByOpenSsl extends OpenSslSuite {
    @Override
    protected Endpoint endpoint() {
      return QuarkusServer.below("/nonblocking");
    }
  }

  @Nested
  class Entities extends EntitySuite {
    @Override
    protected Endpoint endpoint() {
      return QuarkusServer.below("/nonblocking");
    }
  }
}
