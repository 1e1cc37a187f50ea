package io.github.mgsjaxrs.internal.diagnosis;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.mgsjaxrs.MgsSigned;
import io.github.mgsjaxrs.filter.MgsFeature;
import io.github.mgsjaxrs.settings.Mode;
import io.github.mgsjaxrs.testing.ExplainedRequest;
import io.github.mgsjaxrs.testing.WronglySigned;
import io.github.mgsjaxrs.verifier.MgsConfiguration;
import io.github.mgsjaxrs.verifier.MgsSettings.Diagnostics;
import io.github.mgsjaxrs.verifier.MgsVerifier;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.glassfish.jersey.internal.MapPropertiesDelegate;
import org.glassfish.jersey.server.ApplicationHandler;
import org.glassfish.jersey.server.ContainerRequest;
import org.glassfish.jersey.server.ResourceConfig;
import org.glassfish.jersey.server.ServerProperties;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a server logs of requests that were signed in a wrong way. */
class DiagnosisLogTest {

  private static final Logger LIBRARY = Logger.getLogger("io.github.mgsjaxrs");
  private static final ThreadLocal<List<LogRecord>> SEEN = ThreadLocal.withInitial(ArrayList::new);
  private static final Handler RECORDER =
      new Handler() {
        @Override
        public void publish(LogRecord entry) {
          SEEN.get().add(entry);
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
      };

  @TempDir static java.nio.file.Path directory;

  /** Everything is signed here. */
  @Path("{any: .*}")
  @MgsSigned
  public static class Everything {
    @GET
    public String get() {
      return "reached";
    }

    @POST
    public String post(String body) {
      return "reached";
    }

    @DELETE
    public String delete(String body) {
      return "reached";
    }
  }

  private static List<ExplainedRequest> signed = List.of();

  static Stream<ExplainedRequest> requests() {
    return signed.stream();
  }

  @BeforeAll
  static void record() {
    signed = WronglySigned.in(directory);
    LIBRARY.setLevel(Level.FINE);
    LIBRARY.addHandler(RECORDER);
  }

  @AfterAll
  static void stopRecording() {
    LIBRARY.removeHandler(RECORDER);
    LIBRARY.setLevel(null);
  }

  @ParameterizedTest
  @MethodSource("requests")
  void namesWhatWouldHaveMatchedAndRefusesAllTheSame(ExplainedRequest request) {
    try (MgsVerifier verifier =
        MgsConfiguration.builder(request.source()).diagnostics(Diagnostics.LOG).build()) {
      Answer answer = answer(verifier, request);
      assertThat(answer.status()).isIn(400, 401);
      assertThat(answer.body()).contains("\"code\":" + request.code()).doesNotContain("signed");
      assertThat(answer.log()).contains(escaped(request.sentence()));
      if (request.setting() != null) {
        assertThat(answer.log()).contains("set " + escaped(request.setting()));
      }
      assertTellsNoSecret(answer.log());
    }
  }

  @ParameterizedTest
  @MethodSource("requests")
  void saysTheSameInReportModeAndServes(ExplainedRequest request) {
    try (MgsVerifier verifier =
        MgsConfiguration.builder(request.source()).mode(Mode.REPORT).build()) {
      Answer answer = answer(verifier, request);
      assertThat(answer.status()).isEqualTo(200);
      assertThat(answer.log()).contains(escaped(request.sentence()));
      assertTellsNoSecret(answer.log());
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "raw parameters",
        "a form in GBK",
        "a body hashed on another method",
        "raw SM2 where only DER is allowed"
      })
  void saysNothingOfItWhereDiagnosticsAreOff(String name) {
    ExplainedRequest request = first(name);
    try (MgsVerifier verifier = MgsConfiguration.builder(request.source()).build()) {
      Answer answer = answer(verifier, request);
      assertThat(answer.status()).isIn(400, 401);
      assertThat(answer.log()).doesNotContain("otherwise", "variation", "string to sign");
    }
  }

  @Test
  void findsNothingWhereTheBodyWasChanged() {
    ExplainedRequest signed = first("JSON written anew");
    ExplainedRequest changed =
        new ExplainedRequest(
            "changed",
            signed.settings(),
            signed.method(),
            signed.target(),
            signed.contentType(),
            "{\"a\":2}".getBytes(UTF_8),
            signed.keyId(),
            signed.signature(),
            7002,
            null,
            "");
    try (MgsVerifier verifier =
        MgsConfiguration.builder(changed.source()).diagnostics(Diagnostics.LOG).build()) {
      assertThat(answer(verifier, changed).log())
          .contains("no variation of the request or the key matches")
          .contains("mgs.canonical.path-prefix.add");
    }
  }

  @Test
  void masksTheValuesOfParametersUnlessTheyAreAskedFor() {
    ExplainedRequest request = first("a trailing line feed");
    assertThat(logWith(request, Diagnostics.LOG)).contains("string to sign: GET\\n\\n/text?a=***;");
    assertThat(logWith(request, Diagnostics.LOG_VALUES))
        .contains("string to sign: GET\\n\\n/text?a=1;");
  }

  private static String logWith(ExplainedRequest request, Diagnostics diagnostics) {
    try (MgsVerifier verifier =
        MgsConfiguration.builder(request.source()).diagnostics(diagnostics).build()) {
      return answer(verifier, request).log();
    }
  }

  private static ExplainedRequest first(String name) {
    return requests().filter(request -> request.name().equals(name)).findFirst().orElseThrow();
  }

  private static String escaped(String text) {
    return text.replace("\\", "\\\\");
  }

  private static void assertTellsNoSecret(String log) {
    assertThat(log)
        .doesNotContain("shared salt", "another salt")
        .doesNotContainPattern("[0-9a-f]{32}");
  }

  private record Answer(int status, String body, String log) {}

  /** The whole way through Jersey, on this thread. */
  private static Answer answer(MgsVerifier verifier, ExplainedRequest request) {
    SEEN.get().clear();
    ApplicationHandler jersey =
        new ApplicationHandler(
            new ResourceConfig(Everything.class)
                .property(ServerProperties.WADL_FEATURE_DISABLE, true)
                .register(new MgsFeature(verifier)));
    URI base = URI.create("http://backend.example/");
    ContainerRequest call =
        new ContainerRequest(
            base,
            URI.create("http://backend.example" + request.target()),
            request.method(),
            null,
            new MapPropertiesDelegate(),
            jersey.getConfiguration());
    call.header("X-Mgs-Proxy-Signature", request.signature());
    call.header("X-Mgs-Proxy-Signature-Secret-Key", request.keyId());
    ifThere(request.contentType(), type -> call.header("Content-Type", type));
    if (request.body().length > 0) {
      call.header("Content-Length", request.body().length);
    }
    call.setEntityStream(new ByteArrayInputStream(request.body()));
    try {
      ByteArrayOutputStream body = new ByteArrayOutputStream();
      int status = jersey.apply(call, body).get().getStatus();
      List<String> messages = SEEN.get().stream().map(LogRecord::getMessage).toList();
      return new Answer(status, body.toString(UTF_8), String.join("\n", messages));
    } catch (InterruptedException | ExecutionException e) {
      throw new AssertionError(e);
    } finally {
      jersey.onShutdown(null);
    }
  }

  private static void ifThere(String value, Consumer<String> taker) {
    if (value != null) {
      taker.accept(value);
    }
  }
}
