package io.github.mgsjaxrs.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mgsjaxrs.SignatureAlgorithm;
import io.github.mgsjaxrs.filter.GatewayOrders;
import io.github.mgsjaxrs.filter.MgsFeature;
import io.github.mgsjaxrs.verifier.MgsVerifier;
import jakarta.ws.rs.client.Client;
import jakarta.ws.rs.client.ClientBuilder;
import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.client.ClientRequestFilter;
import jakarta.ws.rs.client.Entity;
import jakarta.ws.rs.client.Invocation;
import jakarta.ws.rs.core.FeatureContext;
import jakarta.ws.rs.core.Form;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import org.glassfish.grizzly.http.server.HttpServer;
import org.glassfish.grizzly.http.server.NetworkListener;
import org.glassfish.jersey.client.ClientProperties;
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

  /** Its Content-Type is sent all the same. */
  @Test
  void signsTheContentTypeOfARequestWithoutAnEntity() {
    try (Client client = client("Content-Type")) {
      client.property(ClientProperties.SUPPRESS_HTTP_COMPLIANCE_VALIDATION, true);
      assertThat(text(to(client, "").put(Entity.text(null)))).isEqualTo("200 put ");
      assertThat(text(to(client, "").header("Content-Type", "text/plain").get()))
          .startsWith("200 gateway-key");
    }
  }

  /** Clients need not find a name in another case than the one that it was set in. */
  @Test
  void findsAHeaderInAnyCase() throws Exception {
    MultivaluedMap<String, Object> sent = new MultivaluedHashMap<>();
    sent.putSingle("x-a", "one");
    assertThat(signed("X-A", sent)).isEqualTo(SIGNER.sign("GET\n\nx-a:one\n/gateway"));
    sent.putSingle("X-a", "two");
    assertThatThrownBy(() -> signed("X-A", sent)).hasMessageContaining("'X-A' has several values");
  }

  /** What is signed for a client that has a plain map of headers. */
  private static Object signed(String listed, MultivaluedMap<String, Object> sent)
      throws Exception {
    List<ClientRequestFilter> filters = new ArrayList<>();
    FeatureContext features =
        stub(
            FeatureContext.class,
            (name, argument) ->
                argument instanceof ClientRequestFilter filter && filters.add(filter));
    new ApiGatewaySigningFilter(SIGNER.signing(listed)).configure(features);
    filters
        .get(0)
        .filter(
            stub(
                ClientRequestContext.class,
                (name, argument) ->
                    switch (name) {
                      case "hasEntity" -> false;
                      case "getMethod" -> "GET";
                      case "getUri" -> URI.create("http://localhost/gateway");
                      case "getHeaders", "getStringHeaders" -> sent;
                      default -> null;
                    }));
    return sent.getFirst("X-Ca-Proxy-Signature");
  }

  private static <T> T stub(Class<T> type, BiFunction<String, Object, Object> answers) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) -> {
              Object answer =
                  answers.apply(method.getName(), arguments == null ? "" : arguments[0]);
              return method.getReturnType().isInstance(proxy) && answer instanceof Boolean
                  ? proxy
                  : answer;
            }));
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
