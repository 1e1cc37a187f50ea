package io.github.mgsjaxrs.jersey;

import io.github.mgsjaxrs.conformance.suite.Endpoint;
import io.github.mgsjaxrs.conformance.suite.EntitySuite;
import io.github.mgsjaxrs.conformance.suite.OpenSslSuite;
import io.github.mgsjaxrs.conformance.suite.PathTrickSuite;
import io.github.mgsjaxrs.conformance.suite.RejectionSuite;
import io.github.mgsjaxrs.conformance.suite.VectorSuite;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The suites on Jersey in a servlet container. */
class JettyConformanceTest {

  @RegisterExtension static final JerseyServer SERVER = JettyServer.echo(TestVerifiers::builder);

  @Nested
  class Vectors extends VectorSuite {
    @Override
    protected Endpoint endpoint() {
      return SERVER.endpoint();
    }

    @Override
    protected String runtime() {
      return "Jersey in Jetty";
    }
  }

  @Nested
  class Rejections extends RejectionSuite {
    @Override
    protected Endpoint endpoint() {
      return SERVER.endpoint();
    }
  }

  @Nested
  class PathTricks extends PathTrickSuite {
    @Override
    protected Endpoint endpoint() {
      return SERVER.endpoint();
    }
  }

  @Nested
  class SignedByOpenSsl extends OpenSslSuite {
    @Override
    protected Endpoint endpoint() {
      return SERVER.endpoint();
    }
  }

  @Nested
  class Entities extends EntitySuite {
    @Override
    protected Endpoint endpoint() {
      return SERVER.endpoint();
    }
  }
}
