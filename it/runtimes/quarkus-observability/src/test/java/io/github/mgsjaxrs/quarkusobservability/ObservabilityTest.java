package io.github.mgsjaxrs.quarkusobservability;

import static io.github.mgsjaxrs.Rejection.SIGNATURE_MISMATCH;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.mgsjaxrs.SignatureAlgorithm;
import io.github.mgsjaxrs.conformance.suite.Endpoint;
import io.github.mgsjaxrs.conformance.suite.GatewayCall;
import io.github.mgsjaxrs.conformance.vectors.GatewayKey;
import io.github.mgsjaxrs.conformance.wire.RawRequest;
import io.github.mgsjaxrs.conformance.wire.RawResponse;
import io.github.mgsjaxrs.verifier.VerdictEvent;
import io.github.mgsjaxrs.verifier.VerdictEvent.Outcome;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.sdk.metrics.data.LongPointData;
import io.opentelemetry.sdk.metrics.data.MetricData;
import io.opentelemetry.sdk.testing.exporter.InMemoryMetricExporter;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

/** What an operator of Quarkus REST sees: events, exported metrics, spans, and readiness. */
@QuarkusTest
class ObservabilityTest {

  private static final AttributeKey<String> OUTCOME = AttributeKey.stringKey("mgs.outcome");
  private static final AttributeKey<String> REJECTION = AttributeKey.stringKey("mgs.rejection");
  private static final AttributeKey<Long> CODE = AttributeKey.longKey("mgs.code");
  private static final AttributeKey<String> ALGORITHM = AttributeKey.stringKey("mgs.algorithm");
  private static final AttributeKey<String> KEY = AttributeKey.stringKey("mgs.key.id");

  @Inject Watch watch;
  @Inject InMemoryMetricExporter metrics;
  @Inject InMemorySpanExporter spans;

  @ConfigProperty(name = "quarkus.http.test-port")
  int port;

  private RawResponse send(RawRequest request) {
    return Endpoint.atRoot(port).send(request);
  }

  private static RawRequest signed(String path, String keyId, String algorithm, String salt) {
    return GatewayCall.to("POST", path)
        .query("secret", "value")
        .body("text/plain", "two teas".getBytes(UTF_8))
        .signedWith(GatewayKey.salted(keyId, algorithm, salt));
  }

  private static <T> T await(Supplier<T> found) {
    for (int i = 0; i < 1200; i++) {
      T value = found.get();
      if (value != null) {
        return value;
      }
      LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
    }
    throw new AssertionError("not within a minute");
  }

  @Test
  void tellsTheApplicationsObserverOfEachVerdict() {
    RawRequest right = signed("/orders", "orders", "MD5", "a salt for the tests");
    RawRequest wrong = right.target("/orders?secret=changed");
    assertThat(send(right).status()).isEqualTo(200);
    assertThat(send(wrong).status()).isEqualTo(401);

    VerdictEvent verified = await(() -> seen(Outcome.VERIFIED));
    assertThat(verified.algorithm()).isEqualTo(SignatureAlgorithm.MD5);
    assertThat(verified.method()).isEqualTo("POST");
    assertThat(verified.path()).isEqualTo("/orders");
    assertThat(verified.entityBytes()).isEqualTo(8);
    assertThat(verified.duration()).isPositive();
    VerdictEvent rejected = await(() -> seen(Outcome.REJECTED));
    assertThat(rejected.rejection()).isEqualTo(SIGNATURE_MISMATCH);
    assertThat(rejected.path()).isEqualTo("/orders");
  }

  private VerdictEvent seen(Outcome outcome) {
    return watch.seen().stream()
        .filter(event -> event.outcome() == outcome && "orders".equals(event.keyId()))
        .findFirst()
        .orElse(null);
  }

  @Test
  void exportsMetricsOfWhatWasVerifiedOnTheEventLoop() {
    RawRequest right = signed("/orders/later", "refunds", "SM3", "another salt for the tests");
    assertThat(send(right).status()).isEqualTo(200);
    assertThat(send(right).status()).isEqualTo(200);
    assertThat(send(right.target("/orders/later?secret=changed")).status()).isEqualTo(401);

    Attributes verified = Attributes.of(OUTCOME, "verified", ALGORITHM, "SM3", KEY, "refunds");
    Attributes rejected =
        Attributes.of(
            OUTCOME,
            "rejected",
            REJECTION,
            "signature-mismatch",
            CODE,
            7002L,
            ALGORITHM,
            "SM3",
            KEY,
            "refunds");
    await(() -> counted(verified, 2));
    await(() -> counted(rejected, 1));
    MetricData duration = await(() -> exported("mgs.verification.duration"));
    assertThat(duration.getUnit()).isEqualTo("s");
    MetricData size = await(() -> exported("mgs.entity.size"));
    assertThat(size.getUnit()).isEqualTo("By");
  }

  private LongPointData counted(Attributes attributes, long count) {
    MetricData verifications = exported("mgs.verifications");
    return verifications == null
        ? null
        : verifications.getLongSumData().getPoints().stream()
            .filter(point -> point.getAttributes().equals(attributes) && point.getValue() == count)
            .findFirst()
            .orElse(null);
  }

  /** The newest export. */
  private MetricData exported(String name) {
    return metrics.getFinishedMetricItems().stream()
        .filter(metric -> metric.getName().equals(name))
        .reduce((before, after) -> after)
        .orElse(null);
  }

  @Test
  void marksTheSpansOfRequests() {
    for (String path : List.of("/orders", "/orders/later")) {
      RawRequest right = signed(path, "reports", "MD5", "a third salt for the tests");
      assertThat(send(right).status()).isEqualTo(200);
      SpanData span = await(() -> span(path));
      assertThat(span.getAttributes().get(OUTCOME)).isEqualTo("verified");
      assertThat(span.getAttributes().get(ALGORITHM)).isEqualTo("MD5");
    }
  }

  private SpanData span(String path) {
    return spans.getFinishedSpanItems().stream()
        .filter(span -> "reports".equals(span.getAttributes().get(KEY)))
        .filter(span -> span.getName().endsWith(path))
        .findFirst()
        .orElse(null);
  }

  @Test
  void isReadyWithItsKeys() {
    RawResponse answer = send(RawRequest.of("GET", "/q/health/ready"));
    assertThat(answer.status()).isEqualTo(200);
    JsonObject keys =
        answer.json().getJsonArray("checks").getValuesAs(JsonObject.class).stream()
            .filter(check -> check.getString("name").equals("mgs-keys"))
            .findFirst()
            .orElseThrow(() -> new AssertionError(answer.text()));
    assertThat(keys.getString("status")).isEqualTo("UP");
    assertThat(keys.getJsonObject("data").getInt("keys")).isEqualTo(3);
    assertThat(keys.getJsonObject("data").getString("lastReload")).isEqualTo("none");
    assertThat(keys.getJsonObject("data").getInt("secondsSinceLoad")).isNotNegative();
  }
}
