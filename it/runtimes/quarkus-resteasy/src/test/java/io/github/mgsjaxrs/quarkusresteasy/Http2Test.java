package io.github.mgsjaxrs.quarkusresteasy;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mgsjaxrs.conformance.suite.Endpoint;
import io.github.mgsjaxrs.conformance.suite.GatewayCall;
import io.github.mgsjaxrs.conformance.suite.SuiteKeys;
import io.github.mgsjaxrs.conformance.wire.RawRequest;
import io.quarkus.test.junit.QuarkusTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** HTTP/2 without TLS, where an entity needs no length in the headers. */
@QuarkusTest
class Http2Test {

  private static final Duration TIMEOUT = Duration.ofSeconds(30);
  private static final byte[] BODY = "x".repeat(100_000).getBytes(StandardCharsets.US_ASCII);

  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_2).connectTimeout(TIMEOUT).build();

  @Test
  void servesASignedEntityWithAndWithoutItsLength() throws Exception {
    RawRequest signed = post(BODY);
    assertThat(status(signed, BodyPublishers.ofByteArray(BODY))).isEqualTo(200);
    assertThat(status(signed, ofUnknownLength(BODY))).isEqualTo(200);
  }

  @Test
  void refusesAnEntityThatWasNotSigned() throws Exception {
    byte[] other = BODY.clone();
    other[BODY.length - 1] ^= 1;
    RawRequest signed = post(BODY);
    assertThat(status(signed, BodyPublishers.ofByteArray(other))).isEqualTo(401);
    assertThat(status(signed, ofUnknownLength(other))).isEqualTo(401);
    assertThat(status(RawRequest.of("POST", "/x"), ofUnknownLength(BODY))).isEqualTo(401);
  }

  @Test
  void servesNoEntityHoweverThatIsTold() throws Exception {
    RawRequest signed = post(new byte[0]);
    assertThat(status(signed, BodyPublishers.ofByteArray(new byte[0]))).isEqualTo(200);
    assertThat(status(signed, ofUnknownLength(new byte[0]))).isEqualTo(200);
  }

  @Test
  void servesASignedGet() throws Exception {
    RawRequest signed = GatewayCall.to("GET", "/x").query("q", "1").signedWith(SuiteKeys.of("SM2"));
    assertThat(status(signed, BodyPublishers.noBody())).isEqualTo(200);
    assertThat(status(signed.target("/y?q=1"), BodyPublishers.noBody())).isEqualTo(401);
  }

  private static RawRequest post(byte[] body) {
    return GatewayCall.to("POST", "/x")
        .query("q", "1")
        .body("text/plain", body)
        .signedWith(SuiteKeys.of("SM2"));
  }

  private static BodyPublisher ofUnknownLength(byte[] body) {
    return BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body));
  }

  private int status(RawRequest request, BodyPublisher body)
      throws IOException, InterruptedException {
    Endpoint endpoint = QuarkusServer.endpoint();
    HttpRequest.Builder sent =
        HttpRequest.newBuilder(
                URI.create("http://" + endpoint.host() + ":" + endpoint.port() + request.target()))
            .timeout(TIMEOUT)
            .method(request.method(), body);
    request.headers().forEach(header -> sent.header(header.name(), header.value()));
    HttpResponse<String> response = client.send(sent.build(), BodyHandlers.ofString());
    assertThat(response.version()).isEqualTo(HttpClient.Version.HTTP_2);
    return response.statusCode();
  }
}
