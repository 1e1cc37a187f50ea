package io.github.mgsjaxrs.conformance.suite;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.mgsjaxrs.SignatureAlgorithm;
import io.github.mgsjaxrs.client.MgsSigner;
import io.github.mgsjaxrs.client.MgsSigningFilter;
import io.github.mgsjaxrs.conformance.vectors.GatewayKey;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.ws.rs.client.Client;
import jakarta.ws.rs.client.ClientBuilder;
import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.client.ClientRequestFilter;
import jakarta.ws.rs.client.Entity;
import jakarta.ws.rs.client.Invocation;
import jakarta.ws.rs.client.WebTarget;
import jakarta.ws.rs.core.Form;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;
import jakarta.ws.rs.ext.WriterInterceptor;
import jakarta.ws.rs.ext.WriterInterceptorContext;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** A Jakarta REST client that signs as the gateway does, with whatever it sends. */
public abstract class SigningClientSuite {

  private static final MediaType GBK = MediaType.valueOf("text/plain;charset=GBK");

  /** For the runtime's own class. */
  protected SigningClientSuite() {}

  /**
   * Where the echo application listens.
   *
   * @return the endpoint
   */
  protected abstract Endpoint endpoint();

  /**
   * A new client of the runtime under test.
   *
   * @return a client, closed by the suite
   */
  protected Client newClient() {
    return ClientBuilder.newClient();
  }

  private static MgsSigner signer(GatewayKey key) {
    SignatureAlgorithm algorithm = SignatureAlgorithm.valueOf(key.algorithm());
    return key.isSalt()
        ? MgsSigner.salted(key.id(), algorithm, key.requiredSalt())
        : MgsSigner.privateKey(key.id(), algorithm, key.requiredPrivateKey());
  }

  @TestFactory
  Stream<DynamicTest> signsEveryKindOfRequestWithEveryKey() {
    return SuiteKeys.all().stream()
        .map(key -> DynamicTest.dynamicTest(key.toString(), () -> assertPasses(key)));
  }

  private void assertPasses(GatewayKey key) {
    try (Closing client = new Closing(newClient().register(new MgsSigningFilter(signer(key))))) {
      WebTarget orders = target(client.client());
      served(orders, key, Invocation.Builder::buildGet);
      served(orders, key, request -> request.buildDelete());
      assertThat(served(orders, key, request -> request.buildPost(Entity.json("{\"a\":1}"))))
          .containsEntry("bodyLength", Json.createValue(7));
      served(orders, key, request -> request.buildPost(Entity.entity("\u4f60\u597d", GBK)));
      served(orders, key, request -> request.buildPost(null));
      JsonObject form =
          served(
              orders,
              key,
              request ->
                  request.buildPost(
                      Entity.form(
                          new Form("field", "a+b &\u4f60").param("d", "").param("C", "1"))));
      assertThat(form.getJsonObject("form").getJsonArray("field").getString(0))
          .isEqualTo("a+b &\u4f60");
      byte[] large = "0123456789".repeat(20_000).getBytes(UTF_8);
      assertThat(
              served(
                  orders,
                  key,
                  request ->
                      request.buildPut(
                          Entity.entity(
                              new ByteArrayInputStream(large),
                              MediaType.APPLICATION_OCTET_STREAM_TYPE))))
          .containsEntry("bodyLength", Json.createValue(200_000));
    }
  }

  private WebTarget target(Client client) {
    return client
        .target("http://127.0.0.1:" + endpoint().port() + endpoint().base())
        .path("orders/a b/\u4f60")
        .queryParam("b", "x y", "second")
        .queryParam("a", "\u4f60%26");
  }

  private static JsonObject served(
      WebTarget target, GatewayKey key, Function<Invocation.Builder, Invocation> request) {
    try (Response response = request.apply(target.request()).invoke()) {
      String body = response.readEntity(String.class);
      assertThat(response.getStatus()).as(body).isEqualTo(200);
      JsonObject echo = Json.createReader(new StringReader(body)).readObject();
      assertThat(echo.getString("keyId")).isEqualTo(key.id());
      return echo;
    }
  }

  /** Several clients: where the order of two interceptors is not settled, it may be right once. */
  @RepeatedTest(10)
  void signsTheUriThatOtherFiltersLeaveAndTheBytesThatOtherInterceptorsWrite() {
    GatewayKey key = SuiteKeys.of("MD5");
    try (Closing client =
        new Closing(
            newClient()
                .register(new MgsSigningFilter(signer(key)))
                .register(new AddingFilter())
                .register(new CompressingInterceptor()))) {
      WebTarget orders = target(client.client());
      JsonObject get = served(orders, key, Invocation.Builder::buildGet);
      assertThat(get.getJsonObject("query")).containsKey("added");
      JsonObject post =
          served(orders, key, request -> request.buildPost(Entity.text("a".repeat(10_000))));
      assertThat(post.getJsonObject("query")).containsKey("added");
      assertThat(post.getInt("bodyLength")).isBetween(10, 1000);
    }
  }

  @Test
  void isRefusedWithAnotherSalt() {
    GatewayKey key = SuiteKeys.of("SM3");
    MgsSigner wrong = MgsSigner.salted(key.id(), SignatureAlgorithm.SM3, key.requiredSalt() + "x");
    try (Closing client = new Closing(newClient().register(new MgsSigningFilter(wrong)))) {
      WebTarget orders = target(client.client());
      assertThat(status(orders.request().buildGet())).isEqualTo(401);
      assertThat(status(orders.request().buildPost(Entity.json("{}")))).isEqualTo(401);
    }
  }

  private static int status(Invocation invocation) {
    try (Response response = invocation.invoke()) {
      return response.getStatus();
    }
  }

  /** Adds a parameter to the query. */
  private static final class AddingFilter implements ClientRequestFilter {
    @Override
    public void filter(ClientRequestContext context) {
      context.setUri(UriBuilder.fromUri(context.getUri()).queryParam("added", "x").build());
    }
  }

  /** Compresses the entity. */
  private static final class CompressingInterceptor implements WriterInterceptor {
    @Override
    public void aroundWriteTo(WriterInterceptorContext context) throws IOException {
      context.getHeaders().putSingle("Content-Encoding", "gzip");
      GZIPOutputStream out = new GZIPOutputStream(context.getOutputStream());
      context.setOutputStream(out);
      context.proceed();
      out.finish();
    }
  }

  /** Jakarta REST 3.0 clients cannot be closed by try. */
  private record Closing(Client client) implements AutoCloseable {
    @Override
    public void close() {
      client.close();
    }
  }
}
