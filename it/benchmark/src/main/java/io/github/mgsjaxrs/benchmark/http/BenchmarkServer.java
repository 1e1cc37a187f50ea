package io.github.mgsjaxrs.benchmark.http;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.github.mgsjaxrs.SignatureAlgorithm;
import io.github.mgsjaxrs.filter.MgsFeature;
import io.github.mgsjaxrs.verifier.MgsVerifier;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.glassfish.grizzly.filterchain.FilterChain;
import org.glassfish.grizzly.http.HttpServerFilter;
import org.glassfish.grizzly.http.server.HttpServer;
import org.glassfish.grizzly.http.server.NetworkListener;
import org.glassfish.grizzly.threadpool.ThreadPoolConfig;
import org.glassfish.jersey.CommonProperties;
import org.glassfish.jersey.grizzly2.httpserver.GrizzlyHttpContainer;
import org.glassfish.jersey.server.ContainerFactory;
import org.glassfish.jersey.server.ResourceConfig;

/**
 * Jersey on Grizzly with an application for each {@link FilterMode}, on one port and by the same
 * threads. It writes its port, then its {@link Usage} for each line that it reads, and ends with
 * its input.
 */
public final class BenchmarkServer {

  private static final int WORKERS = 8;

  /** Jersey and Grizzly tell what they do without, at each start. */
  private static final Logger QUIET = Logger.getLogger("org.glassfish");

  private BenchmarkServer() {}

  /**
   * Serves.
   *
   * @param args the SM2 public key in Base64
   * @throws IOException if no port is free
   */
  public static void main(String[] args) throws IOException {
    QUIET.setLevel(Level.SEVERE);
    HttpServer server = server(args[0]);
    server.start();
    closeInsteadOfDraining(server);
    PrintStream out = new PrintStream(System.out, true, US_ASCII);
    try (BufferedReader in = new BufferedReader(new InputStreamReader(System.in, US_ASCII))) {
      out.println(server.getListeners().iterator().next().getPort());
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        out.println(Usage.now());
      }
    } finally {
      server.shutdownNow();
    }
  }

  /** Grizzly would read what a refused request announced, however much, before it closes. */
  private static void closeInsteadOfDraining(HttpServer server) {
    FilterChain chain = server.getListeners().iterator().next().getFilterChain();
    ((HttpServerFilter) chain.get(chain.indexOfType(HttpServerFilter.class)))
        .setMaxPayloadRemainderToSkip(0);
  }

  private static HttpServer server(String publicKey) {
    HttpServer server = new HttpServer();
    NetworkListener listener = new NetworkListener("benchmark", "127.0.0.1", 0);
    listener
        .getTransport()
        .setWorkerThreadPoolConfig(
            ThreadPoolConfig.defaultConfig().setCorePoolSize(WORKERS).setMaxPoolSize(WORKERS));
    listener.getTransport().setSelectorRunnersCount(1);
    listener.getKeepAlive().setMaxRequestsCount(-1); // 256 as it is shipped
    server.addListener(listener);
    for (FilterMode mode : FilterMode.values()) {
      GrizzlyHttpContainer container =
          ContainerFactory.createContainer(
              GrizzlyHttpContainer.class, application(mode, publicKey));
      server.getServerConfiguration().addHttpHandler(container, mode.base());
    }
    return server;
  }

  private static ResourceConfig application(FilterMode mode, String publicKey) {
    ResourceConfig application =
        switch (mode) {
          case UNFILTERED -> new ResourceConfig(EchoResource.class);
          case VERIFIED ->
              new ResourceConfig(SignedEchoResource.class)
                  .register(new MgsFeature(verifier(publicKey)));
          case DOCUMENTED ->
              new ResourceConfig(EchoResource.class).register(new DocumentedFilter(publicKey));
        };
    // the library registers itself as a service, and here it has to be out of the way of others
    return application.property(CommonProperties.METAINF_SERVICES_LOOKUP_DISABLE, true);
  }

  private static MgsVerifier verifier(String publicKey) {
    return MgsVerifier.builder()
        .salt(Scenario.KeyId.MD5.text(), SignatureAlgorithm.MD5, BenchmarkKeys.SALT)
        .publicKey(Scenario.KeyId.SM2.text(), SignatureAlgorithm.SM2, publicKey)
        .build();
  }
}
