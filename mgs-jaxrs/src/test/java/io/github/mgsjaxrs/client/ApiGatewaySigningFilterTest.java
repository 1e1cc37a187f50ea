package io.github.mgsjaxrs.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mgsjaxrs.SignatureAlgorithm;
import io.github.mgsjaxrs.filter.GatewayOrders;
import io.github.mgsjaxrs.filter.MgsFeature;
import io.github.mgsjaxrs.verifier.MgsVerifier;
import jakarta.ws.rs.client.Client;
import jakarta.ws.rs.client.ClientBuilder;
import jakarta.ws.rs.client.Entity;
import jakarta.ws.rs.client.Invocation;
import jakarta.ws.rs.core.Form;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.glassfish.grizzly.http.server.HttpServer;
import org.glassfish.grizzly.http.server.NetworkListener;
import org.glassfish.jersey.grizzly2.httpserver.GrizzlyHttpServerFactory;
import org.glassfish.jersey.server.ResourceConfig;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A client whose requests pass on a real server. */
class ApiGatewaySigningFilterTest {

  private static final ApiGatewaySigner SIGNER = ApiGatewaySigner.of("gateway-key", "the secret");

  private static HttpServer server;
  private static URI base;

  @BeforeAll
  static void start() {
    MgsVerifier verifier =
        MgsVerifier.builder()
            .secret("gateway-key", SignatureAlgorithm.API_GATEWAY_HMAC_SHA256, "the secret")
            .build();
    server =
        GrizzlyHttpServerFactory.createHttpServer(
            URI.create("http://127.0.0.1:0/"),
            new ResourceConfig(GatewayOrders.class).register(new MgsFeature(verifier)));
    NetworkListener listener = server.getListeners().iterator().next();
    base = URI.create("http://127.0.0.1:" + listener.getPort() + "/gateway");
  }

  @AfterAll
  static void stop() {
    server.shutdownNow();
  }

  private static Client client(String... signed) {
    return ClientBuilder.newClient().register(new ApiGatewaySigningFilter(SIGNER.signing(signed)));
  }

  private static String text(Response response) {
    try (response) {
      return response.getStatus() + " " + response.readEntity(String.class);
    }
  }

  private static Invocation.Builder to(Client client, String path) {
    return client.target(base + path).request();
  }

  @Test
  void signsRequestsWithAndWithoutAnEntity() {
    try (Client client = client("X-A", "X-B", "Content-Type")) {
      assertThat(text(to(client, "?b=2&a=%20").header("X-A", "one").get()))
          .startsWith("200 gateway-key by API_GATEWAY_HMAC_SHA256")
          .endsWith("one");
      assertThat(text(to(client, "/required").header("X-A", "one").header("X-B", "two").get()))
          .isEqualTo("200 required one");
      assertThat(text(to(client, "/strict").header("X-A", "1").post(Entity.json("{}"))))
          .isEqualTo("200 strict {}");
      assertThat(text(to(client, "/form").post(Entity.form(new Form("a", "x y")))))
          .isEqualTo("200 field x y");
    }
  }

  @Test
  void signsNoHeaderThatTheSignerDoesNotName() {
    try (Client client = client("X-A")) {
      assertThat(text(to(client, "/required").header("X-A", "one").header("X-B", "two").get()))
          .startsWith("401 ")
          .contains("not-covered");
    }
  }

  @Test
  void refusesToSignSeveralValuesOfOneHeader() {
    try (Client client = client("X-A")) {
      assertThatThrownBy(() -> to(client, "").header("X-A", "one").header("X-A", "two").get())
          .rootCause()
          .hasMessageContaining("'X-A' has several values");
    }
  }
}
