package io.github.mgsjaxrs.jersey;

import io.github.mgsjaxrs.conformance.server.SharedServer;
import io.github.mgsjaxrs.filter.MgsFeature;
import io.github.mgsjaxrs.internal.proof.ServletRegistration;
import io.github.mgsjaxrs.verifier.MgsVerifier;
import io.github.mgsjaxrs.verifier.MgsVerifierBuilder;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.MultipartConfigElement;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.function.Supplier;
import org.eclipse.jetty.ee10.servlet.FilterHolder;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.http2.server.HTTP2CServerConnectionFactory;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.glassfish.jersey.server.ResourceConfig;
import org.glassfish.jersey.servlet.ServletContainer;

/**
 * Jersey in a servlet container that lets every spelling of a path through, so that it is up to the
 * library what becomes of them.
 */
final class JettyServer extends SharedServer {

  private static final int PARTS_IN_MEMORY = 1024 * 1024;

  private final Supplier<MgsVerifierBuilder> verifierBuilder;
  private final Supplier<ResourceConfig> application;
  private final List<Filter> filters = new ArrayList<>();
  private boolean initialized;
  private int threads = 24;
  private MgsVerifier verifier;
  private Server server;

  private JettyServer(
      Supplier<MgsVerifierBuilder> verifierBuilder, Supplier<ResourceConfig> application) {
    this.verifierBuilder = verifierBuilder;
    this.application = application;
  }

  /** The echo application, protected by the verifier that will be built. */
  static JettyServer echo(Supplier<MgsVerifierBuilder> verifier) {
    return new JettyServer(verifier, GrizzlyServer::echoApplication);
  }

  /** Another application. */
  static JettyServer of(
      Supplier<MgsVerifierBuilder> verifier, Supplier<ResourceConfig> application) {
    return new JettyServer(verifier, application);
  }

  /** The same with the library's initializer, which a container that scans archives would find. */
  JettyServer initializedByTheLibrary() {
    initialized = true;
    return this;
  }

  /** The same with so many threads. */
  JettyServer threads(int count) {
    threads = count;
    return this;
  }

  /** The same with a servlet filter in front. */
  JettyServer behind(Filter filter) {
    filters.add(filter);
    return this;
  }

  @Override
  protected int start() throws Exception {
    verifier = verifierBuilder.get().build();
    ResourceConfig resources = application.get().register(new MgsFeature(verifier));
    ServletContextHandler context = new ServletContextHandler("/");
    context.getServletHandler().setDecodeAmbiguousURIs(true);
    for (Filter filter : filters) {
      FilterHolder holder = new FilterHolder(filter);
      holder.setAsyncSupported(true);
      context.addFilter(holder, "/*", EnumSet.of(DispatcherType.REQUEST));
    }
    if (initialized) {
      context.addServletContainerInitializer(new ServletRegistration());
    }
    ServletHolder servlet = new ServletHolder(new ServletContainer(resources));
    // Jetty leaves behind what it puts into files
    servlet
        .getRegistration()
        .setMultipartConfig(new MultipartConfigElement("", -1, -1, PARTS_IN_MEMORY));
    context.addServlet(servlet, "/*");

    HttpConfiguration http = new HttpConfiguration();
    http.setUriCompliance(UriCompliance.UNSAFE);
    server = new Server(new QueuedThreadPool(threads, threads));
    ServerConnector connector =
        new ServerConnector(
            server, 1, 1, new HttpConnectionFactory(http), new HTTP2CServerConnectionFactory(http));
    connector.setHost("127.0.0.1");
    connector.setPort(0);
    server.addConnector(connector);
    server.setHandler(context);
    server.start();
    return connector.getLocalPort();
  }

  @Override
  protected void stop() throws Exception {
    server.stop();
    verifier.close();
  }
}
