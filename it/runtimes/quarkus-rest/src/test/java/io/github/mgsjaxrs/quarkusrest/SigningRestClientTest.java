package io.github.mgsjaxrs.quarkusrest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mgsjaxrs.SignatureAlgorithm;
import io.github.mgsjaxrs.client.MgsSigner;
import io.github.mgsjaxrs.client.MgsSigningFilter;
import io.github.mgsjaxrs.conformance.suite.SuiteKeys;
import io.github.mgsjaxrs.conformance.vectors.GatewayKey;
import io.quarkus.rest.client.reactive.QuarkusRestClientBuilder;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.client.Client;
import jakarta.ws.rs.client.ClientBuilder;
import jakarta.ws.rs.client.Entity;
import jakarta.ws.rs.core.Feature;
import jakarta.ws.rs.core.FeatureContext;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.resteasy.reactive.client.api.ClientMultipartForm;
import org.junit.jupiter.api.Test;

/** The gateway's place taken by an interface, as Quarkus applications write their clients. */
@QuarkusTest
class SigningRestClientTest {

  private static final Duration LONGEST = Duration.ofSeconds(60);

  /** Resources of the echo application. */
  @Path("orders")
  public interface Orders {

    @GET
    @Path("{id}")
    String get(@PathParam("id") String id, @QueryParam("q") List<String> values);

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    String json(Map<String, String> order);

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    String form(@FormParam("a") String a, @FormParam("b") String b);

    @PUT
    @Consumes(MediaType.TEXT_PLAIN)
    Uni<String> later(String text);
  }

  /** The same, injected. */
  @RegisterRestClient(configKey = "orders")
  @RegisterProvider(GatewayFeature.class)
  public interface InjectedOrders extends Orders {}

  /** For interfaces whose providers are named by their classes. */
  public static class GatewayFeature implements Feature {
    @Override
    public boolean configure(FeatureContext context) {
      context.register(new MgsSigningFilter(gateway()));
      return true;
    }
  }

  @Inject @RestClient InjectedOrders injected;

  private static MgsSigner gateway() {
    GatewayKey key = SuiteKeys.of("SM3");
    return MgsSigner.salted(key.id(), SignatureAlgorithm.SM3, key.requiredSalt());
  }

  private static URI base() {
    return URI.create("http://127.0.0.1:" + QuarkusServer.endpoint().port());
  }

  private static Orders built(MgsSigner signer) {
    return QuarkusRestClientBuilder.newBuilder()
        .baseUri(base())
        .register(new MgsSigningFilter(signer))
        .build(Orders.class);
  }

  private static void assertPasses(Orders orders) {
    String key = "\"keyId\":\"" + gateway().keyId() + "\"";
    assertThat(orders.get("a b/\u4f60", List.of("x y+", "\u4f60%26"))).contains(key);
    assertThat(orders.json(Map.of("item", "\u8336"))).contains(key);
    assertThat(orders.form("1 +&", "\u4f60")).contains(key, "\"a\":[\"1 +&\"]");
    assertThat(orders.later("text").await().atMost(LONGEST)).contains(key);
  }

  @Test
  void passesWithAnInterfaceThatIsBuilt() {
    assertPasses(built(gateway()));
  }

  @Test
  void passesWithAnInterfaceThatIsInjected() {
    assertPasses(injected);
  }

  @Test
  void isRefusedWithAnotherSalt() {
    Orders orders = built(MgsSigner.salted(gateway().keyId(), SignatureAlgorithm.SM3, "another"));
    assertThatThrownBy(() -> orders.get("1", List.of()))
        .isInstanceOfSatisfying(
            WebApplicationException.class,
            refused -> assertThat(refused.getResponse().getStatus()).isEqualTo(401));
  }

  @Test
  void saysWhatItCannotSignAsQuarkusSendsItPastAllInterceptors() {
    Client client = ClientBuilder.newClient().register(new MgsSigningFilter(gateway()));
    try {
      ClientMultipartForm parts = ClientMultipartForm.create().attribute("a", "1", null);
      for (Entity<?> entity :
          List.of(
              Entity.entity(parts, MediaType.MULTIPART_FORM_DATA_TYPE),
              Entity.text(Multi.createFrom().item("a".getBytes(UTF_8))))) {
        assertThatThrownBy(
                () -> client.target(base()).path("orders").request().post(entity, String.class))
            .hasStackTraceContaining("past all interceptors, so it cannot be signed");
      }
    } finally {
      client.close();
    }
  }
}
