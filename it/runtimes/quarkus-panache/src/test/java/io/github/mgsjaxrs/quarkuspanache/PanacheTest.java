package io.github.mgsjaxrs.quarkuspanache;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.mgsjaxrs.conformance.suite.Endpoint;
import io.github.mgsjaxrs.conformance.suite.GatewayCall;
import io.github.mgsjaxrs.conformance.vectors.GatewayKey;
import io.github.mgsjaxrs.conformance.wire.Framing;
import io.github.mgsjaxrs.conformance.wire.RawRequest;
import io.github.mgsjaxrs.conformance.wire.RawResponse;
import io.quarkus.test.junit.QuarkusTest;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Resources that REST Data with Panache generates of marked interfaces and methods. */
@QuarkusTest
class PanacheTest {

  private static final GatewayKey KEY = GatewayKey.salted("orders", "MD5", "a salt for the tests");

  private static final String ACCEPT = "Accept";
  private static final String HAL = "application/hal+json";

  @ConfigProperty(name = "quarkus.http.test-port")
  int port;

  private RawResponse send(RawRequest request) {
    return Endpoint.atRoot(port).send(request);
  }

  private static GatewayCall call(String method, String path) {
    GatewayCall call = GatewayCall.to(method, path);
    return hasBody(method)
        ? call.body("application/json", "{\"item\":\"tea\"}".getBytes(UTF_8))
        : call;
  }

  private static boolean hasBody(String method) {
    return method.equals("POST") || method.equals("PUT");
  }

  private RawResponse unsigned(String method, String path) {
    GatewayCall call = call(method, path);
    return send(call.request(hasBody(method) ? new Framing.Length() : new Framing.None()));
  }

  private RawResponse signed(String method, String path) {
    return send(call(method, path).signedWith(KEY));
  }

  @ParameterizedTest
  @CsvSource({
    "POST, /methods, 201",
    "GET, /methods, 200",
    "GET, /methods/1, 200",
    "PUT, /methods/1, 204",
    "DELETE, /methods/123456, 404",
    "POST, /defaults, 201",
    "GET, /defaults/all, 200",
    "PUT, /defaults/1, 204",
    "POST, /interface, 201",
    "GET, /interface, 200",
    "GET, /interface/count, 200",
    "PUT, /interface/1, 204",
    "GET, /open-defaults/marked, 200"
  })
  void protectsWhatIsMarked(String method, String path, int served) {
    assertThat(signed("POST", "/methods").status()).isEqualTo(201);
    assertThat(unsigned(method, path).status()).isEqualTo(401);
    assertThat(signed(method, path).status()).isEqualTo(served);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/methods/count",
        "/defaults/count",
        "/open-defaults",
        "/open-defaults/count",
        "/open-defaults/open"
      })
  void leavesTheOthersOpen(String path) {
    assertThat(unsigned("GET", path).status()).isEqualTo(200);
  }

  @Test
  void protectsAlsoWhatIsGeneratedForAnotherMediaType() {
    RawRequest unsigned = RawRequest.of("GET", "/defaults/all").header(ACCEPT, HAL);
    assertThat(send(unsigned).status()).isEqualTo(401);
    RawRequest signed = GatewayCall.to("GET", "/defaults/all").signedWith(KEY).header(ACCEPT, HAL);
    assertThat(send(signed).text()).contains("_links");
  }
}
