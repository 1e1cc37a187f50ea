package io.github.mgsjaxrs.quickstart;

import io.github.mgsjaxrs.MgsConfigurationException;
import io.github.mgsjaxrs.conformance.echo.OpenEcho;
import io.github.mgsjaxrs.conformance.echo.SignedEcho;
import io.github.mgsjaxrs.filter.MgsFeature;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.URI;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.glassfish.grizzly.http.server.HttpServer;
import org.glassfish.jersey.grizzly2.httpserver.GrizzlyHttpContainer;
import org.glassfish.jersey.grizzly2.httpserver.GrizzlyHttpServerFactory;
import org.glassfish.jersey.server.ContainerFactory;
import org.glassfish.jersey.server.ResourceConfig;
import org.glassfish.jersey.server.ServerProperties;

/** Jersey on Grizzly, on the loopback address alone. */
final class EchoServer {

  private static final String HOST = "127.0.0.1";
  private static final int GRACE_SECONDS = 3;
  private static final int THREADS = 256;

  private final HttpServer server;

  private EchoServer(HttpServer server) {
    this.server = server;
  }

  /**
   * Starts to listen.
   *
   * @param port the port; 0 for a free one
   * @throws MgsConfigurationException when something else listens there, or nobody may
   */
  static EchoServer start(int port) {
    // the feature finds its verifier among the beans
    ResourceConfig application =
        new ResourceConfig(SignedEcho.class, OpenEcho.class, SellerResource.class)
            .property(ServerProperties.WADL_FEATURE_DISABLE, true)
            .register(new MgsFeature());
    HttpServer server =
        GrizzlyHttpServerFactory.createHttpServer(
            URI.create("http://" + HOST + ":" + port + "/"), false);
    server
        .getServerConfiguration()
        .addHttpHandler(
            new ParsedTargets(
                ContainerFactory.createContainer(GrizzlyHttpContainer.class, application)),
            "/");
    // one waits for each client that sends slowly; Grizzly's own few would then serve nobody else
    server
        .getListeners()
        .forEach(
            listener ->
                listener.getTransport().getWorkerThreadPoolConfig().setMaxPoolSize(THREADS));
    try {
      server.start();
    } catch (BindException taken) {
      throw new MgsConfigurationException(
          "quickstart.port is "
              + port
              + ", where this process cannot listen ("
              + taken.getMessage()
              + "): set another port, or 0 for a free one",
          taken);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new EchoServer(server);
  }

  /** Where it listens: {@code http://127.0.0.1:8080/}. */
  String baseUri() {
    return "http://" + HOST + ":" + server.getListeners().iterator().next().getPort() + "/";
  }

  /** Lets the requests that are under way end, for a short while. */
  void stop() {
    try {
      server.shutdown(GRACE_SECONDS, TimeUnit.SECONDS).get(GRACE_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException unfinished) {
      server.shutdownNow();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      server.shutdownNow();
    }
  }
}
