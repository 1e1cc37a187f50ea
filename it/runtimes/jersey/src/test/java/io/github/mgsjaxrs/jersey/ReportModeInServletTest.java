package io.github.mgsjaxrs.jersey;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mgsjaxrs.MgsSigned;
import io.github.mgsjaxrs.conformance.server.SharedServer;
import io.github.mgsjaxrs.conformance.suite.GatewayCall;
import io.github.mgsjaxrs.conformance.suite.SuiteKeys;
import io.github.mgsjaxrs.conformance.wire.Framing;
import io.github.mgsjaxrs.conformance.wire.RawRequest;
import io.github.mgsjaxrs.conformance.wire.RawResponse;
import io.github.mgsjaxrs.settings.Limits;
import io.github.mgsjaxrs.settings.Mode;
import io.github.mgsjaxrs.verifier.MgsVerifierBuilder;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.glassfish.jersey.server.ResourceConfig;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** In report mode no byte is missing, whoever reads an entity that was too large to be kept. */
class ReportModeInServletTest {

  private static final int LIMIT = 100_000;
  private static final int DISK = 1024 * 1024;

  @RegisterExtension
  static final SharedServer SERVER =
      JettyServer.of(() -> reporting(DISK), () -> new ResourceConfig(Readers.class))
          .initializedByTheLibrary();

  @RegisterExtension
  static final SharedServer WITHOUT_ROOM =
      JettyServer.of(() -> reporting(0), () -> new ResourceConfig(Readers.class))
          .initializedByTheLibrary();

  @RegisterExtension
  static final SharedServer BEHIND_A_FILTER =
      JettyServer.of(() -> reporting(DISK), () -> new ResourceConfig(Readers.class))
          .behind(ReportModeInServletTest::openStream)
          .initializedByTheLibrary();

  private static MgsVerifierBuilder reporting(long disk) {
    return TestVerifiers.builder()
        .mode(Mode.REPORT)
        .limits(Limits.defaults().withBody(LIMIT).withMemory(16 * Limits.KIB).withTotalDisk(disk));
  }

  private static void openStream(ServletRequest request, ServletResponse response, FilterChain next)
      throws IOException, ServletException {
    request.getInputStream();
    next.doFilter(request, response);
  }

  /** Gives the request back. */
  @Path("readers")
  @MgsSigned
  public static class Readers {

    @POST
    @Path("entity")
    public String entity(InputStream body) throws IOException {
      return new String(body.readAllBytes(), StandardCharsets.US_ASCII);
    }

    @POST
    @Path("stream")
    public String stream(@Context HttpServletRequest request) throws IOException {
      return entity(request.getInputStream());
    }

    @POST
    @Path("reader")
    public String reader(@Context HttpServletRequest request) throws IOException {
      StringWriter text = new StringWriter();
      request.getReader().transferTo(text);
      return text.toString();
    }

    @POST
    @Path("both")
    public String both(InputStream body, @Context HttpServletRequest request) throws IOException {
      String first = new String(body.readNBytes(LIMIT / 2), StandardCharsets.US_ASCII);
      return first + stream(request);
    }
  }

  static Stream<Arguments> readersAndServers() {
    return Stream.of("entity", "stream", "reader", "both")
        .flatMap(
            reader ->
                Stream.of(SERVER, WITHOUT_ROOM, BEHIND_A_FILTER)
                    .map(server -> Arguments.of(reader, server)));
  }

  @ParameterizedTest
  @MethodSource("readersAndServers")
  void givesEveryReaderAllOfAnEntityThatIsTooLarge(String reader, SharedServer server) {
    String text = "0123456789".repeat(LIMIT / 4);
    RawRequest request =
        GatewayCall.to("POST", "/readers/" + reader)
            .body("text/plain", text.getBytes(StandardCharsets.US_ASCII))
            .signedWith(SuiteKeys.of("MD5"), new Framing.Chunked(7_000));
    RawResponse response = server.endpoint().send(request);
    assertThat(response.status()).isEqualTo(200);
    assertThat(response.text()).hasSize(text.length()).isEqualTo(text);
  }
}
