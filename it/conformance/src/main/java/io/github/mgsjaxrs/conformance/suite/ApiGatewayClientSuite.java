package io.github.mgsjaxrs.conformance.suite;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.mgsjaxrs.client.ApiGatewaySigner;
import io.github.mgsjaxrs.client.ApiGatewaySigningFilter;
import io.github.mgsjaxrs.conformance.vectors.GatewayKey;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.ws.rs.client.Client;
import jakarta.ws.rs.client.ClientBuilder;
import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.client.ClientRequestFilter;
import jakarta.ws.rs.client.Entity;
import jakarta.ws.rs.client.Invocation;
import jakarta.ws.rs.core.Form;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.ByteArrayInputStream;
import java.io.StringReader;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** A Jakarta REST client that signs as API Gateway does, headers included. */
public abstract class ApiGatewayClientSuite {

  private static final List<Function<Invocation.Builder, Invocation>> REQUESTS =
      List.of(
          Invocation.Builder::buildGet,
          Invocation.Builder::buildDelete,
          request -> request.buildPost(Entity.json("{\"a\":1}")),
          request -> request.buildPut(Entity.json("{\"a\":1}")),
          request -> request.buildPost(null),
          request ->
              request.buildPost(Entity.form(new Form("field", "a+b &\u4f60").param("d", ""))),
          request ->
              request.buildPost(
                  Entity.entity(
                      new ByteArrayInputStream("0123456789".repeat(20_000).getBytes(UTF_8)),
                      MediaType.APPLICATION_OCTET_STREAM_TYPE)));

  /** For the runtime's own class. */
  protected ApiGatewayClientSuite() {}

  /**
   * Where the echo application listens.
   *
   * @return the endpoint
   */
  protected abstract Endpoint endpoint();

  @Test
  void isServedWhateverItSendsAndEachHeaderIsReadAsItWasSigned() {
    for (GatewayKey key : SuiteKeys.ofApiGateway()) {
      ApiGatewaySigner signer =
          ApiGatewaySigner.of(key.id(), key.requiredSalt())
              .signing("X-User", "X-Role", "X-Added", "Content-Type");
      for (Function<Invocation.Builder, Invocation> each : REQUESTS) {
        JsonObject echo = served(signer, each);
        assertThat(echo.getString("keyId")).isEqualTo(key.id());
        assertThat(echo.getJsonObject("listed"))
            .containsEntry("x-user", Json.createValue("alice b"))
            .containsEntry("x-added", Json.createValue("by another filter"))
            .doesNotContainKey("x-role");
      }
    }
  }

  @Test
  void isServedWithoutHeaders() {
    GatewayKey key = SuiteKeys.ofApiGateway().get(0);
    ApiGatewaySigner signer = ApiGatewaySigner.of(key.id(), key.requiredSalt());
    REQUESTS.forEach(each -> assertThat(served(signer, each)).containsKey("keyId"));
  }

  @Test
  void isRefusedWithAnotherSecret() {
    GatewayKey key = SuiteKeys.ofApiGateway().get(0);
    ApiGatewaySigner wrong = ApiGatewaySigner.of(key.id(), key.requiredSalt() + "x");
    for (Function<Invocation.Builder, Invocation> each : REQUESTS) {
      assertThat(sent(wrong, each, 401)).contains("signature-mismatch");
    }
  }

  private JsonObject served(
      ApiGatewaySigner signer, Function<Invocation.Builder, Invocation> request) {
    return Json.createReader(new StringReader(sent(signer, request, 200))).readObject();
  }

  private String sent(
      ApiGatewaySigner signer, Function<Invocation.Builder, Invocation> request, int status) {
    Client client = ClientBuilder.newClient();
    client.register(new ApiGatewaySigningFilter(signer)).register(new AddingFilter());
    Invocation.Builder builder =
        client
            .target("http://127.0.0.1:" + endpoint().port() + endpoint().base())
            .path("apigw/a b/\u4f60")
            .queryParam("b", "x y", "second")
            .queryParam("a", "\u4f60%26")
            .request()
            .header("X-User", "alice b");
    try (Response response = request.apply(builder).invoke()) {
      String body = response.readEntity(String.class);
      assertThat(response.getStatus()).as(body).isEqualTo(status);
      return body;
    } finally {
      client.close();
    }
  }

  /** Adds a header that is signed. */
  private static final class AddingFilter implements ClientRequestFilter {
    @Override
    public void filter(ClientRequestContext context) {
      context.getHeaders().putSingle("X-Added", "by another filter");
    }
  }
}
