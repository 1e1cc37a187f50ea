package io.github.mgsjaxrs.cdi;

import static io.github.mgsjaxrs.cdi.Application.settings;
import static io.opentelemetry.sdk.testing.assertj.OpenTelemetryAssertions.assertThat;
import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;

import io.github.mgsjaxrs.Rejection;
import io.github.mgsjaxrs.SignatureAlgorithm;
import io.github.mgsjaxrs.cdi.observability.TelemetryVerdictListener;
import io.github.mgsjaxrs.verifier.VerdictEvent;
import io.github.mgsjaxrs.verifier.VerdictEvent.Outcome;
import io.github.mgsjaxrs.verifier.VerdictListener;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Scope;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.metrics.SdkMeterProvider;
import io.opentelemetry.sdk.metrics.data.MetricData;
import io.opentelemetry.sdk.testing.exporter.InMemoryMetricReader;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TelemetryTest {

  private static final Map<String, String> KEYS =
      settings("mgs.keys.orders.algorithm", "MD5", "mgs.keys.orders.salt", "salt");

  private static final AttributeKey<String> OUTCOME = AttributeKey.stringKey("mgs.outcome");
  private static final AttributeKey<String> REJECTION = AttributeKey.stringKey("mgs.rejection");
  private static final AttributeKey<Long> CODE = AttributeKey.longKey("mgs.code");
  private static final AttributeKey<String> ALGORITHM = AttributeKey.stringKey("mgs.algorithm");
  private static final AttributeKey<String> KEY = AttributeKey.stringKey("mgs.key.id");

  /** The application's own OpenTelemetry, as a runtime's extension would provide it. */
  @Dependent
  static class Sdk {
    @Produces
    @ApplicationScoped
    Recorded recorded() {
      return new Recorded();
    }

    @Produces
    @ApplicationScoped
    OpenTelemetry openTelemetry(Recorded recorded) {
      return recorded.sdk();
    }
  }

  static class Recorded {
    private final InMemoryMetricReader metrics = InMemoryMetricReader.create();
    private final InMemorySpanExporter spans = InMemorySpanExporter.create();
    private final OpenTelemetrySdk sdk =
        OpenTelemetrySdk.builder()
            .setMeterProvider(SdkMeterProvider.builder().registerMetricReader(metrics).build())
            .setTracerProvider(
                SdkTracerProvider.builder()
                    .addSpanProcessor(SimpleSpanProcessor.create(spans))
                    .build())
            .build();

    OpenTelemetrySdk sdk() {
      return sdk;
    }

    InMemorySpanExporter spans() {
      return spans;
    }

    Map<String, MetricData> metrics() {
      return metrics.collectAllMetrics().stream()
          .collect(Collectors.toMap(MetricData::getName, metric -> metric));
    }
  }

  @Dependent
  static class Idle {
    @Produces
    @ApplicationScoped
    OpenTelemetry openTelemetry() {
      return OpenTelemetry.noop();
    }
  }

  private static VerdictListener listener() {
    return ServiceLoader.load(VerdictListener.class).stream()
        .map(ServiceLoader.Provider::get)
        .filter(TelemetryVerdictListener.class::isInstance)
        .findFirst()
        .orElseThrow();
  }

  private static VerdictEvent verified(String keyId) {
    return new VerdictEvent(
        Outcome.VERIFIED,
        null,
        SignatureAlgorithm.MD5,
        keyId,
        "POST",
        "/orders",
        7,
        Duration.ofMillis(3));
  }

  private static VerdictEvent refused(Outcome outcome, Rejection rejection, @Nullable String key) {
    return new VerdictEvent(
        outcome,
        rejection,
        key == null ? null : SignatureAlgorithm.MD5,
        key,
        "POST",
        "/orders",
        key == null ? VerdictEvent.UNREAD : 7,
        Duration.ofMillis(3));
  }

  @Test
  void countsVerificationsByOutcomeRejectionAlgorithmAndKey() {
    try (Application application = Application.start(KEYS, Sdk.class)) {
      VerdictListener listener = listener();
      assertThat(listener.listensTo(application.verifier())).isTrue();
      listener.told(verified("orders"));
      listener.told(verified("orders"));
      listener.told(refused(Outcome.REJECTED, Rejection.SIGNATURE_MISMATCH, "orders"));
      listener.told(refused(Outcome.REPORTED, Rejection.KEY_UNKNOWN, null));
      listener.told(refused(Outcome.REJECTED, Rejection.UNAVAILABLE, null));

      Map<String, MetricData> metrics = recorded(application).metrics();
      assertThat(metrics.get("mgs.verifications"))
          .hasUnit("{request}")
          .hasLongSumSatisfying(
              sum ->
                  sum.isMonotonic()
                      .hasPointsSatisfying(
                          point ->
                              point
                                  .hasValue(2)
                                  .hasAttributes(
                                      Attributes.of(
                                          OUTCOME, "verified", ALGORITHM, "MD5", KEY, "orders")),
                          point ->
                              point
                                  .hasValue(1)
                                  .hasAttributes(
                                      Attributes.of(
                                          OUTCOME,
                                          "rejected",
                                          REJECTION,
                                          "signature-mismatch",
                                          CODE,
                                          7002L,
                                          ALGORITHM,
                                          "MD5",
                                          KEY,
                                          "orders")),
                          point ->
                              point
                                  .hasValue(1)
                                  .hasAttributes(
                                      Attributes.of(
                                          OUTCOME,
                                          "reported",
                                          REJECTION,
                                          "key-unknown",
                                          CODE,
                                          7000L,
                                          KEY,
                                          "unknown")),
                          point ->
                              point
                                  .hasValue(1)
                                  .hasAttributes(
                                      Attributes.of(
                                          OUTCOME,
                                          "rejected",
                                          REJECTION,
                                          "unavailable",
                                          KEY,
                                          "unknown"))));
      assertThat(metrics.get("mgs.verification.duration"))
          .hasUnit("s")
          .hasHistogramSatisfying(
              histogram ->
                  histogram.hasPointsSatisfying(
                      point ->
                          point
                              .hasCount(2)
                              .hasSum(0.006)
                              .hasAttributes(Attributes.of(OUTCOME, "verified", ALGORITHM, "MD5")),
                      point -> point.hasCount(1),
                      point -> point.hasCount(1),
                      point -> point.hasCount(1)));
      assertThat(metrics.get("mgs.entity.size"))
          .hasUnit("By")
          .hasHistogramSatisfying(
              histogram ->
                  histogram.hasPointsSatisfying(
                      point -> point.hasCount(2).hasSum(14), point -> point.hasCount(1).hasSum(7)));
    }
  }

  @Test
  void showsABoundedNumberOfKeysHoweverManyThereAre() {
    try (Application application = Application.start(KEYS, Sdk.class)) {
      VerdictListener listener = listener();
      assertThat(listener.listensTo(application.verifier())).isTrue();
      for (int i = 0; i < 1000; i++) {
        listener.told(verified("key-" + i % 500));
      }
      Map<String, Long> counts = new TreeMap<>();
      recorded(application)
          .metrics()
          .get("mgs.verifications")
          .getLongSumData()
          .getPoints()
          .forEach(point -> counts.put(point.getAttributes().get(KEY), point.getValue()));
      assertThat(counts).hasSize(101).containsEntry("key-0", 2L).containsEntry("other", 800L);
    }
  }

  @Test
  void marksTheSpanOfTheRequest() {
    try (Application application = Application.start(KEYS, Sdk.class)) {
      VerdictListener listener = listener();
      assertThat(listener.listensTo(application.verifier())).isTrue();
      Recorded recorded = recorded(application);
      Span span = recorded.sdk().getTracer("test").spanBuilder("POST /orders").startSpan();
      try (Scope ignored = span.makeCurrent()) {
        listener.told(refused(Outcome.REJECTED, Rejection.SIGNATURE_MISMATCH, "orders"));
      }
      span.end();
      assertThat(recorded.spans().getFinishedSpanItems())
          .singleElement()
          .satisfies(
              ended ->
                  assertThat(ended)
                      .hasAttributes(
                          Attributes.of(
                              OUTCOME,
                              "rejected",
                              REJECTION,
                              "signature-mismatch",
                              CODE,
                              7002L,
                              ALGORITHM,
                              "MD5",
                              KEY,
                              "orders")));
    }
  }

  @Test
  void listensToNothingWhereOpenTelemetryIsIdle() {
    try (Application application = Application.start(KEYS, Idle.class)) {
      assertThat(listener().listensTo(application.verifier())).isFalse();
    }
  }

  @Test
  void countsReloadsOnceAlsoThoseBeforeTheFirstRequest(@TempDir Path directory) throws Exception {
    Path store = directory.resolve("mgs.p12");
    Keytool.importText(store, "orders", "the orders salt");
    try (Application application =
        Application.start(
            settings(
                "mgs.keystore.location",
                store.toString(),
                "mgs.keystore.password",
                Keytool.PASSWORD,
                "mgs.keys.orders.algorithm",
                "MD5",
                "mgs.keys.reload-interval",
                "PT0.05S"),
            Sdk.class)) {
      Readiness.awaitReload(application, "none");
      Path renewed = directory.resolve("renewed.p12");
      Keytool.importText(renewed, "orders", "another salt");
      Files.move(renewed, store, ATOMIC_MOVE);
      Readiness.awaitReload(application, "succeeded");
      assertThat(listener().listensTo(application.verifier())).isTrue();
      // a second Jakarta REST application of the same deployment
      assertThat(listener().listensTo(application.verifier())).isTrue();
      Files.writeString(store, "no key store");
      Readiness.awaitReload(application, "failed");

      AttributeKey<String> result = AttributeKey.stringKey("mgs.reload.result");
      assertThat(recorded(application).metrics().get("mgs.key.reloads"))
          .hasUnit("{reload}")
          .hasLongSumSatisfying(
              sum ->
                  sum.hasPointsSatisfying(
                      point -> point.hasAttributes(Attributes.of(result, "succeeded")).hasValue(1),
                      point -> point.hasAttributes(Attributes.of(result, "failed"))));
    }
  }

  private static Recorded recorded(Application application) {
    return application.container().select(Recorded.class).get();
  }
}
