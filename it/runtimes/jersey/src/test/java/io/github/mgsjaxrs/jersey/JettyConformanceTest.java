package io.github.mgsjaxrs.jersey;

import io.github.mgsjaxrs.conformance.matrix.resources.servlet.SignedHeadersResource;
import io.github.mgsjaxrs.conformance.server.SharedServer;
import io.github.mgsjaxrs.conformance.suite.Endpoint;
import io.github.mgsjaxrs.conformance.suite.RootSuites;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The suites on Jersey in a servlet container. */
class JettyConformanceTest extends RootSuites {

  @RegisterExtension
  static final SharedServer SERVER =
      JettyServer.of(
          TestVerifiers::echo,
          () -> GrizzlyServer.echoApplication().register(SignedHeadersResource.class));

  @Override
  protected Endpoint endpoint() {
    return SERVER.endpoint();
  }

  @Override
  protected boolean hasServlets() {
    return true;
  }

  @Override
  protected String runtime() {
    return "Jersey in Jetty";
  }
}
