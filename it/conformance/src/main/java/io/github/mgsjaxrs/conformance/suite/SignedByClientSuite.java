package io.github.mgsjaxrs.conformance.suite;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.mgsjaxrs.SignatureAlgorithm;
import io.github.mgsjaxrs.client.MgsSigner;
import io.github.mgsjaxrs.client.MgsSigningFilter;
import io.github.mgsjaxrs.conformance.vectors.GatewayKey;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.client.Client;
import jakarta.ws.rs.client.ClientBuilder;
import jakarta.ws.rs.client.Entity;
import jakarta.ws.rs.client.Invocation;
import jakarta.ws.rs.core.Form;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Targets and entities that a client may send otherwise than its filters see them: what was signed
 * has to be what arrives.
 */
public abstract class SignedByClientSuite {

  private static final String LATIN = "text/plain;charset=ISO-8859-1";
  private static final int ASYNC_SECONDS = 60;

  /** As a server gets them where nothing rewrites them. */
  private static final String[] TARGETS = {
    "",
    "/%41%7E~-._",
    "/a%2Fb/c%2fd",
    "/a;m=1;n/b",
    "/a//b/",
    "/%E4%BD%A0+!$&'()*,:@",
    "?",
    "?k&empty=&k2",
    "?a=b+c&b=x%20y%2By",
    "?b=2&a=1&a=2&C=3",
    "?lower=%e4%bd%a0%2f&upper=%E4%BD%A0%2F&needless=%41",
    "?url=http://h:1/p?q&slash=/&at=@:!$'()*,~",
    "?%E4%BD%A0=%26%3D",
    "?percent=%25%2541"
  };

  /** For the runtime's own class. */
  protected SignedByClientSuite() {}

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

  /**
   * What this client does not send as its filters see it, or not at all; the runtime's page says
   * why.
   *
   * @return names of cases, which have to be refused or to fail
   */
  protected Set<String> impossible() {
    return Set.of();
  }

  @TestFactory
  Stream<DynamicTest> signsTargetsAsTheyAreSent() {
    return Stream.of(TARGETS)
        .flatMap(
            target ->
                Stream.of(
                    test("GET /orders" + target, target, Invocation.Builder::buildGet),
                    test(
                        "POST /orders" + target,
                        target,
                        request -> request.buildPost(Entity.text("x")))));
  }

  @TestFactory
  Stream<DynamicTest> signsEntitiesAsTheyAreSent(@TempDir Path directory) {
    Map<String, Entity<?>> entities = new LinkedHashMap<>();
    entities.put("an empty text", Entity.text(""));
    entities.put("a text in ISO-8859-1", Entity.entity("\u00e4\u00f6", LATIN));
    entities.put("a text without a charset", Entity.text("\u00e4\u4f60"));
    entities.put("bytes", Entity.entity(bytes(70_000), MediaType.APPLICATION_OCTET_STREAM_TYPE));
    entities.put(
        "a stream",
        Entity.entity(
            new ByteArrayInputStream(bytes(70_000)), MediaType.APPLICATION_OCTET_STREAM_TYPE));
    entities.put(
        "an empty stream",
        Entity.entity(new ByteArrayInputStream(bytes(0)), MediaType.APPLICATION_OCTET_STREAM_TYPE));
    entities.put("a reader", Entity.text(new StringReader("x".repeat(70_000))));
    StreamingOutput written = out -> out.write(bytes(70_000));
    entities.put("a streaming output", Entity.text(written));
    entities.put("a file", Entity.text(file(directory)));
    entities.put("JSON", Entity.entity("{\"a\" : 1}", "application/json;charset=UTF-8"));
    entities.put("an empty form", Entity.form(new Form()));
    entities.put(
        "a form", Entity.form(new Form("a", "1").param("a", "2").param("b", "\u00e4+ &=~*")));
    entities.put("text of a form", Entity.entity("a=%41+b&c", "application/x-www-form-urlencoded"));
    return entities.entrySet().stream()
        .map(named -> test(named.getKey(), "?q=1", request -> request.buildPost(named.getValue())));
  }

  @TestFactory
  Stream<DynamicTest> signsWhatIsSentFromOtherThreads() {
    return Stream.of(
        DynamicTest.dynamicTest(
            "async",
            () -> {
              try (Closing client = signing()) {
                try (Response response =
                    request(client.client(), "?a=1")
                        .async()
                        .post(Entity.text("x"))
                        .get(ASYNC_SECONDS, TimeUnit.SECONDS)) {
                  assertServed(response);
                }
              }
            }),
        DynamicTest.dynamicTest(
            "rx",
            () -> {
              try (Closing client = signing()) {
                try (Response response =
                    request(client.client(), "?a=1")
                        .rx()
                        .put(Entity.text("x"))
                        .toCompletableFuture()
                        .get(ASYNC_SECONDS, TimeUnit.SECONDS)) {
                  assertServed(response);
                }
              }
            }));
  }

  private static File file(Path directory) {
    try {
      return Files.write(directory.resolve("entity"), bytes(70_000)).toFile();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] bytes(int count) {
    return "x".repeat(count).getBytes(UTF_8);
  }

  private DynamicTest test(
      String name, String target, Function<Invocation.Builder, Invocation> request) {
    return DynamicTest.dynamicTest(
        name,
        () -> {
          try (Closing client = signing()) {
            if (impossible().contains(name)) {
              assertFails(request.apply(request(client.client(), target)));
              return;
            }
            try (Response response = request.apply(request(client.client(), target)).invoke()) {
              assertServed(response);
            }
          }
        });
  }

  private static void assertServed(Response response) {
    String body = response.readEntity(String.class);
    assertThat(response.getStatus()).as(body).isEqualTo(200);
    assertThat(body).contains("\"keyId\"");
  }

  private static void assertFails(Invocation invocation) {
    try (Response response = invocation.invoke()) {
      assertThat(response.getStatus()).isBetween(400, 499);
    } catch (ProcessingException | IllegalArgumentException notSent) {
      assertThat(notSent).hasMessageNotContaining("salt");
    }
  }

  private Invocation.Builder request(Client client, String target) {
    Endpoint server = endpoint();
    return client
        .target(
            URI.create("http://127.0.0.1:" + server.port() + server.base() + "/orders" + target))
        .request();
  }

  private Closing signing() {
    GatewayKey key = SuiteKeys.of("SM3");
    MgsSigner signer = MgsSigner.salted(key.id(), SignatureAlgorithm.SM3, key.requiredSalt());
    return new Closing(newClient().register(new MgsSigningFilter(signer)));
  }

  /** Jakarta REST 3.0 clients cannot be closed by try. */
  private record Closing(Client client) implements AutoCloseable {
    @Override
    public void close() {
      client.close();
    }
  }
}
