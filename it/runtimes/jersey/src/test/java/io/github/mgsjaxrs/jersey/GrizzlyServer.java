package io.github.mgsjaxrs.jersey;

import io.github.mgsjaxrs.conformance.answer.AnswerClasses;
import io.github.mgsjaxrs.conformance.echo.EchoClasses;
import io.github.mgsjaxrs.conformance.server.SharedServer;
import io.github.mgsjaxrs.filter.MgsFeature;
import io.github.mgsjaxrs.verifier.MgsVerifier;
import io.github.mgsjaxrs.verifier.MgsVerifierBuilder;
import java.net.URI;
import java.util.Set;
import java.util.function.Supplier;
import org.glassfish.grizzly.http.server.HttpServer;
import org.glassfish.jersey.grizzly2.httpserver.GrizzlyHttpServerFactory;
import org.glassfish.jersey.server.ResourceConfig;

/** Jersey on Grizzly without CDI: a feature with a verifier, registered by hand. */
final class GrizzlyServer extends SharedServer {

  private final Supplier<MgsVerifierBuilder> verifierBuilder;
  private final Supplier<ResourceConfig> application;
  private MgsVerifier verifier;
  private HttpServer server;

  private GrizzlyServer(
      Supplier<MgsVerifierBuilder> verifierBuilder, Supplier<ResourceConfig> application) {
    this.verifierBuilder = verifierBuilder;
    this.application = application;
  }

  /** The echo application, protected by the verifier that will be built. */
  static GrizzlyServer echo(Supplier<MgsVerifierBuilder> verifier) {
    return new GrizzlyServer(verifier, GrizzlyServer::echoApplication);
  }

  /** Another application. */
  static GrizzlyServer of(
      Supplier<MgsVerifierBuilder> verifier, Supplier<ResourceConfig> application) {
    return new GrizzlyServer(verifier, application);
  }

  static ResourceConfig echoApplication() {
    return new ResourceConfig()
        .registerClasses(EchoClasses.all())
        .registerClasses(Set.copyOf(AnswerClasses.all()));
  }

  @Override
  protected int start() throws Exception {
    verifier = verifierBuilder.get().build();
    server =
        GrizzlyHttpServerFactory.createHttpServer(
            URI.create("http://127.0.0.1:0/"),
            application.get().register(new MgsFeature(verifier)),
            false);
    server.start();
    return server.getListeners().iterator().next().getPort();
  }

  @Override
  protected void stop() {
    server.shutdownNow();
    verifier.close();
  }
}
