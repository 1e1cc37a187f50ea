package io.github.mgsjaxrs.jersey;

import io.github.mgsjaxrs.conformance.rewriting.RewrittenPathsSuite;
import io.github.mgsjaxrs.conformance.suite.Endpoint;
import io.github.mgsjaxrs.filter.MgsFeature;
import io.github.mgsjaxrs.internal.proof.ServletRegistration;
import io.github.mgsjaxrs.verifier.MgsVerifier;
import java.net.URI;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.glassfish.grizzly.http.server.HttpServer;
import org.glassfish.jersey.grizzly2.httpserver.GrizzlyHttpServerFactory;
import org.glassfish.jersey.server.ResourceConfig;
import org.glassfish.jersey.servlet.ServletContainer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;

/** Paths that the application changes, on Grizzly and in a servlet container. */
class RewrittenPathsTest {

  private static final MgsVerifier VERIFIER =
      TestVerifiers.builder().protect("/one").protect("/shut/*").build();
  private static final Server JETTY = new Server();
  private static HttpServer grizzly;

  private static ResourceConfig application() {
    return new ResourceConfig(
            RewrittenPathsSuite.classes().stream().skip(1).toArray(Class<?>[]::new))
        .register(new MgsFeature(VERIFIER));
  }

  @BeforeAll
  static void start() throws Exception {
    grizzly =
        GrizzlyHttpServerFactory.createHttpServer(
            URI.create("http://127.0.0.1:0/front/api/"), application());
    ServerConnector connector = new ServerConnector(JETTY);
    connector.setHost("127.0.0.1");
    JETTY.addConnector(connector);
    ServletContextHandler context = new ServletContextHandler("/front");
    context.addServlet(new ServletHolder(new ServletContainer(application())), "/api/*");
    context.addServletContainerInitializer(new ServletRegistration());
    JETTY.setHandler(context);
    JETTY.start();
  }

  @AfterAll
  static void stop() throws Exception {
    grizzly.shutdownNow();
    JETTY.stop();
    VERIFIER.close();
  }

  @Nested
  class Grizzly extends RewrittenPathsSuite {
    @Override
    protected Endpoint endpoint() {
      int port = grizzly.getListeners().iterator().next().getPort();
      return Endpoint.atRoot(port).below("front");
    }
  }

  @Nested
  class Jetty extends RewrittenPathsSuite {
    @Override
    protected Endpoint endpoint() {
      return Endpoint.atRoot(((ServerConnector) JETTY.getConnectors()[0]).getLocalPort())
          .below("front");
    }
  }
}
