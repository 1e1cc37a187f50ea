package io.github.mgsjaxrs.jersey;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mgsjaxrs.MgsSigned;
import io.github.mgsjaxrs.conformance.suite.Endpoint;
import io.github.mgsjaxrs.conformance.suite.GatewayCall;
import io.github.mgsjaxrs.conformance.suite.SuiteKeys;
import io.github.mgsjaxrs.conformance.wire.RawRequest;
import io.github.mgsjaxrs.conformance.wire.RawResponse;
import io.github.mgsjaxrs.filter.MgsFeature;
import io.github.mgsjaxrs.internal.proof.ServletRegistration;
import io.github.mgsjaxrs.verifier.MgsVerifier;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.net.URI;
import java.util.EnumSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.eclipse.jetty.ee10.servlet.FilterHolder;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.glassfish.grizzly.http.server.HttpServer;
import org.glassfish.jersey.grizzly2.httpserver.GrizzlyHttpServerFactory;
import org.glassfish.jersey.server.ResourceConfig;
import org.glassfish.jersey.server.ServerProperties;
import org.glassfish.jersey.server.spi.AbstractContainerLifecycleListener;
import org.glassfish.jersey.server.spi.Container;
import org.glassfish.jersey.servlet.ServletContainer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Applications that are reloaded, or replaced by others, while their server runs. */
class ReloadTest {

  private static final AtomicInteger CALLS = new AtomicInteger();

  private final MgsVerifier verifier = TestVerifiers.builder().build();
  private @Nullable Running running;

  /** By what requests enter Jersey. */
  private enum Entry {
    GRIZZLY {
      @Override
      Running start(ResourceConfig application) throws Exception {
        Loaded loaded = new Loaded();
        HttpServer server =
            GrizzlyHttpServerFactory.createHttpServer(
                URI.create("http://127.0.0.1:0/"), application.register(loaded), false);
        server.start();
        int port = server.getListeners().iterator().next().getPort();
        return new Running(port, loaded, server::shutdownNow);
      }
    },
    SERVLET {
      @Override
      Running start(ResourceConfig application) throws Exception {
        return jetty(application, false);
      }
    },
    SERVLET_FILTER {
      @Override
      Running start(ResourceConfig application) throws Exception {
        return jetty(application, true);
      }
    };

    abstract Running start(ResourceConfig application) throws Exception;
  }

  private interface Stop {
    void now() throws Exception;
  }

  private record Running(int port, Loaded loaded, Stop stop) {}

  /** Learns which container it runs in. */
  private static final class Loaded extends AbstractContainerLifecycleListener {
    private volatile @Nullable Container container;

    @Override
    public void onStartup(Container started) {
      container = started;
    }

    Container container() {
      Container known = container;
      assertThat(known).isNotNull();
      return known;
    }
  }

  /** Not protected. */
  @Path("open")
  public static class Open {
    @GET
    public String get() {
      return "open";
    }
  }

  /** Protected. */
  @Path("marked")
  @MgsSigned
  public static class Marked {
    @GET
    public String get() {
      CALLS.incrementAndGet();
      return "marked";
    }
  }

  /** Protected, and there after the application was replaced. */
  @Path("later")
  @MgsSigned
  public static class Later {
    @GET
    public String get() {
      CALLS.incrementAndGet();
      return "later";
    }
  }

  @AfterEach
  void stop() throws Exception {
    if (running != null) {
      running.stop().now();
    }
    verifier.close();
    CALLS.set(0);
  }

  @ParameterizedTest
  @EnumSource
  void protectsAnApplicationThatIsReloaded(Entry entry) throws Exception {
    start(entry);
    for (int i = 0; i < 2; i++) {
      container().reload();
      isProtected("/marked");
      assertThat(unsigned("/open").status()).isEqualTo(200);
    }
  }

  @ParameterizedTest
  @EnumSource
  void protectsAnApplicationThatReplacesAnother(Entry entry) throws Exception {
    start(entry);
    container()
        .reload(
            new ResourceConfig(Open.class, Marked.class, Later.class)
                .property(ServerProperties.METAINF_SERVICES_LOOKUP_DISABLE, true)
                .register(new MgsFeature(verifier)));
    isProtected("/later");
    isProtected("/marked");
    assertThat(unsigned("/open").status()).isEqualTo(200);
  }

  @ParameterizedTest
  @EnumSource(names = "GRIZZLY", mode = EnumSource.Mode.EXCLUDE)
  void opensNothingWhereTheFiltersAreNotInTheApplicationThatReplacesAnother(Entry entry)
      throws Exception {
    start(entry);
    container()
        .reload(
            new ResourceConfig(Open.class, Marked.class, Later.class)
                .property(ServerProperties.METAINF_SERVICES_LOOKUP_DISABLE, true));
    assertThat(Stream.of("/marked", "/marked", "/later").map(this::unsigned))
        .extracting(RawResponse::status)
        .containsExactly(503, 503, 503);
    assertThat(CALLS).hasValue(0);
  }

  /** The first request is for an application that has the filters. */
  private void start(Entry entry) throws Exception {
    running =
        entry.start(
            new ResourceConfig(Open.class, Marked.class)
                .property(ServerProperties.METAINF_SERVICES_LOOKUP_DISABLE, true)
                .register(new MgsFeature(verifier)));
    isProtected("/marked");
    assertThat(unsigned("/open").status()).isEqualTo(200);
    CALLS.set(0);
  }

  private static Running jetty(ResourceConfig application, boolean asFilter) throws Exception {
    Loaded loaded = new Loaded();
    ServletContainer jersey = new ServletContainer(application.register(loaded));
    ServletContextHandler context = new ServletContextHandler("/");
    context.addServletContainerInitializer(new ServletRegistration());
    if (asFilter) {
      context.addFilter(new FilterHolder(jersey), "/*", EnumSet.of(DispatcherType.REQUEST));
      context.addServlet(new ServletHolder(new NotFound()), "/");
    } else {
      context.addServlet(new ServletHolder(jersey), "/*");
    }
    Server server = new Server();
    ServerConnector connector = new ServerConnector(server, 1, 1);
    connector.setHost("127.0.0.1");
    server.addConnector(connector);
    server.setHandler(context);
    server.start();
    return new Running(connector.getLocalPort(), loaded, server::stop);
  }

  /** What a request meets that the filter in front does not answer. */
  private static final class NotFound extends HttpServlet {

    private static final long serialVersionUID = 1;

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) {
      response.setStatus(404);
    }
  }

  private Container container() {
    return running().loaded().container();
  }

  private Running running() {
    Running known = running;
    assertThat(known).isNotNull();
    return known;
  }

  private void isProtected(String path) {
    RawResponse unsigned = unsigned(path);
    assertThat(unsigned.status()).as("%s, unsigned: %s", path, unsigned).isEqualTo(401);
    RawResponse signed =
        endpoint().send(GatewayCall.to("GET", path).signedWith(SuiteKeys.of("MD5")));
    assertThat(signed.status()).as("%s, signed: %s", path, signed).isEqualTo(200);
  }

  private RawResponse unsigned(String path) {
    return endpoint().send(RawRequest.of("GET", path));
  }

  private Endpoint endpoint() {
    return Endpoint.atRoot(running().port());
  }
}
