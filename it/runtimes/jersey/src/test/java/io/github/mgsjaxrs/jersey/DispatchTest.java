package io.github.mgsjaxrs.jersey;

import io.github.mgsjaxrs.conformance.dispatch.DispatchSuite;
import io.github.mgsjaxrs.conformance.dispatch.application.DispatchingFilter;
import io.github.mgsjaxrs.conformance.suite.Endpoint;
import io.github.mgsjaxrs.filter.MgsFeature;
import io.github.mgsjaxrs.internal.proof.ServletRegistration;
import io.github.mgsjaxrs.verifier.MgsVerifier;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Servlet;
import java.util.EnumSet;
import org.eclipse.jetty.ee10.servlet.FilterHolder;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.glassfish.jersey.server.ResourceConfig;
import org.glassfish.jersey.servlet.ServletContainer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** Requests that the application sends on, in Jetty. */
class DispatchTest extends DispatchSuite {

  private static final MgsVerifier VERIFIER = TestVerifiers.builder().build();
  private static final Server SERVER = new Server();

  @BeforeAll
  static void start() throws Exception {
    ServerConnector connector = new ServerConnector(SERVER);
    connector.setHost("127.0.0.1");
    SERVER.addConnector(connector);
    ServletContextHandler context = new ServletContextHandler("/");
    ResourceConfig application = new ResourceConfig(resources().toArray(Class<?>[]::new));
    application.register(new MgsFeature(VERIFIER));
    add(context, new ServletContainer(application), "/api/*");
    add(context, new DispatchingFilter.Via(), "/via");
    add(context, new DispatchingFilter.Keep(), "/keep");
    FilterHolder filter = new FilterHolder(new DispatchingFilter());
    filter.setAsyncSupported(true);
    context.addFilter(filter, "/*", EnumSet.of(DispatcherType.REQUEST));
    context.addServletContainerInitializer(new ServletRegistration());
    SERVER.setHandler(context);
    SERVER.start();
  }

  private static void add(ServletContextHandler context, Servlet servlet, String path) {
    ServletHolder holder = new ServletHolder(path, servlet);
    holder.setAsyncSupported(true);
    context.addServlet(holder, path);
  }

  @AfterAll
  static void stop() throws Exception {
    SERVER.stop();
    VERIFIER.close();
  }

  @Override
  protected Endpoint endpoint() {
    return Endpoint.atRoot(((ServerConnector) SERVER.getConnectors()[0]).getLocalPort());
  }
}
