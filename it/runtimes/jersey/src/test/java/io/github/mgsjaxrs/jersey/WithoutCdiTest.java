package io.github.mgsjaxrs.jersey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mgsjaxrs.conformance.registration.MarkedResource;
import io.github.mgsjaxrs.conformance.suite.Endpoint;
import io.github.mgsjaxrs.conformance.suite.GatewayCall;
import io.github.mgsjaxrs.conformance.suite.SuiteKeys;
import io.github.mgsjaxrs.conformance.wire.RawRequest;
import io.github.mgsjaxrs.filter.MgsFeature;
import io.github.mgsjaxrs.verifier.MgsVerifier;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.glassfish.grizzly.http.server.HttpServer;
import org.glassfish.jersey.grizzly2.httpserver.GrizzlyHttpServerFactory;
import org.glassfish.jersey.server.ResourceConfig;
import org.glassfish.jersey.server.ServerProperties;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** {@code mgs-cdi} on a class path without a CDI API, as in Dropwizard. */
@Tag("without-cdi")
class WithoutCdiTest {

  private static final Logger LIBRARY = Logger.getLogger("io.github.mgsjaxrs");

  /** A resource that nothing protects, as far as this class tells. */
  @Path("open")
  public static final class OpenResource {
    @GET
    public String get() {
      return "open";
    }
  }

  @Test
  void hasTheLibraryAndNoCdi() {
    assertThat(MgsFeature.class.getClassLoader().getResource("io/github/mgsjaxrs/cdi")).isNotNull();
    assertThatExceptionOfType(ClassNotFoundException.class)
        .isThrownBy(() -> Class.forName("jakarta.enterprise.inject.spi.CDI"));
  }

  @Test
  void stopsTheStartOfAFeatureThatWouldLookForAVerifier() {
    assertThatThrownBy(() -> start(application().register(new MgsFeature())))
        .hasStackTraceContaining("mgs-cdi is on the class path, and the CDI API")
        .hasStackTraceContaining("remove mgs-cdi");
  }

  @Test
  void stopsTheStartOfAFeatureThatHasAVerifier() {
    try (MgsVerifier verifier = TestVerifiers.builder().build()) {
      assertThatThrownBy(() -> start(application().register(new MgsFeature(verifier))))
          .hasStackTraceContaining("mgs-cdi is on the class path, and the CDI API");
    }
  }

  @Test
  void stopsTheStartOfAnApplicationThatRegistersNothing() {
    assertThatThrownBy(() -> start(application()))
        .hasStackTraceContaining("mgs-cdi is on the class path, and the CDI API");
  }

  @Test
  void answersEveryRequestUnavailableWhereNoFeatureRuns() throws Exception {
    List<String> told = new CopyOnWriteArrayList<>();
    Handler handler = handlerTo(told);
    LIBRARY.addHandler(handler);
    HttpServer server =
        start(
            application()
                .property(ServerProperties.METAINF_SERVICES_LOOKUP_DISABLE, true)
                .registerClasses(Set.copyOf(MgsFeature.providers())));
    try {
      Endpoint endpoint = Endpoint.atRoot(server.getListeners().iterator().next().getPort());
      RawRequest signed = GatewayCall.to("GET", "/marked").signedWith(SuiteKeys.of("MD5"));
      assertThat(endpoint.send(signed).status()).isEqualTo(503);
      assertThat(endpoint.send(RawRequest.of("GET", "/marked")).status()).isEqualTo(503);
      assertThat(endpoint.send(RawRequest.of("GET", "/open")).status()).isEqualTo(503);
    } finally {
      server.shutdownNow();
      LIBRARY.removeHandler(handler);
    }
    assertThat(told)
        .singleElement()
        .asString()
        .startsWith("Every request is answered 503.")
        .contains("remove mgs-cdi");
  }

  private static ResourceConfig application() {
    return new ResourceConfig(MarkedResource.class, OpenResource.class);
  }

  private static HttpServer start(ResourceConfig application) throws Exception {
    HttpServer server =
        GrizzlyHttpServerFactory.createHttpServer(
            URI.create("http://127.0.0.1:0/"), application, false);
    server.start();
    return server;
  }

  private static Handler handlerTo(List<String> lines) {
    return new Handler() {
      @Override
      public void publish(LogRecord line) {
        lines.add(line.getMessage());
      }

      @Override
      public void flush() {}

      @Override
      public void close() {}
    };
  }
}
