package io.github.mgsjaxrs.jersey;

import io.github.mgsjaxrs.conformance.matrix.MarkedApplicationMatrix;
import io.github.mgsjaxrs.conformance.matrix.Matrices;
import io.github.mgsjaxrs.conformance.matrix.MatrixProfile;
import io.github.mgsjaxrs.conformance.matrix.OptionalPart;
import io.github.mgsjaxrs.conformance.matrix.resources.servlet.EntityConsumer;
import io.github.mgsjaxrs.conformance.matrix.resources.servlet.ServletResource;
import io.github.mgsjaxrs.conformance.server.SharedServer;
import io.github.mgsjaxrs.conformance.suite.Endpoint;
import org.glassfish.jersey.server.ResourceConfig;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The matrices on Jersey in a servlet container, behind a filter that consumes entities. */
class JettyMatrixTest extends Matrices {

  @RegisterExtension
  static final SharedServer SERVER =
      JettyServer.of(GrizzlyMatrixTest::verifier, JettyMatrixTest::application)
          .initializedByTheLibrary()
          .behind(new EntityConsumer());

  @RegisterExtension
  static final SharedServer OF_MARKED_APPLICATION =
      JettyServer.of(
              TestVerifiers::builder,
              () -> ResourceConfig.forApplicationClass(GrizzlyMatrixTest.Listed.class))
          .initializedByTheLibrary();

  static ResourceConfig application() {
    return GrizzlyMatrixTest.application().register(ServletResource.class);
  }

  @Override
  protected Endpoint endpoint() {
    return SERVER.endpoint();
  }

  @Override
  protected MatrixProfile profile() {
    return GrizzlyMatrixTest.profile("Jersey in Jetty").with(OptionalPart.SERVLET);
  }

  @Nested
  class Application extends MarkedApplicationMatrix {
    @Override
    protected Endpoint endpoint() {
      return OF_MARKED_APPLICATION.endpoint();
    }

    @Override
    protected MatrixProfile profile() {
      return JettyMatrixTest.this.profile();
    }
  }
}
