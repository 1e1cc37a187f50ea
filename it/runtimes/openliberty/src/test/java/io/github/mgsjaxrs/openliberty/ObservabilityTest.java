package io.github.mgsjaxrs.openliberty;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.mgsjaxrs.conformance.registration.ScanningApplication;
import io.github.mgsjaxrs.conformance.suite.GatewayCall;
import io.github.mgsjaxrs.conformance.suite.SuiteKeys;
import io.github.mgsjaxrs.conformance.war.SuiteWars;
import io.github.mgsjaxrs.conformance.war.WarFile;
import io.github.mgsjaxrs.conformance.wire.RawRequest;
import io.github.mgsjaxrs.conformance.wire.RawResponse;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What an operator of Open Liberty sees by MicroProfile Health and MicroProfile Telemetry. */
class ObservabilityTest {

  @RegisterExtension
  static final LibertyServer SERVER =
      new LibertyServer(List.of(echo()), "mpHealth-4.0", "mpTelemetry-2.0");

  private static WarFile echo() {
    Map<String, String> settings = SuiteWars.settings();
    settings.put("otel.sdk.disabled", "false");
    // into the server's own log
    settings.put("otel.metrics.exporter", "console");
    settings.put("otel.traces.exporter", "console");
    settings.put("otel.logs.exporter", "none");
    settings.put("otel.metric.export.interval", "500");
    settings.put("otel.bsp.schedule.delay", "500");
    return SuiteWars.echo("ROOT").classes(ScanningApplication.class).settings(settings);
  }

  @Test
  void isReadyWithItsKeys() {
    RawResponse answer = SERVER.endpoint().send(RawRequest.of("GET", "/health/ready"));
    assertThat(answer.status()).as("%s", answer).isEqualTo(200);
    JsonObject keys =
        answer.json().getJsonArray("checks").getValuesAs(JsonObject.class).stream()
            .filter(check -> check.getString("name").equals("mgs-keys"))
            .findFirst()
            .orElseThrow(() -> new AssertionError(answer.text()));
    assertThat(keys.getString("status")).isEqualTo("UP");
    assertThat(keys.getJsonObject("data").getInt("keys")).isEqualTo(SuiteKeys.known().size());
    assertThat(keys.getJsonObject("data").getString("lastReload")).isEqualTo("none");
    assertThat(keys.getJsonObject("data").getInt("secondsSinceLoad")).isNotNegative();
  }

  @Test
  void exportsMetricsAndMarksSpans() {
    RawRequest right =
        GatewayCall.to("POST", "/orders")
            .query("secret", "value")
            .body("text/plain", "two teas".getBytes(UTF_8))
            .signedWith(SuiteKeys.of("SM3"));
    assertThat(SERVER.endpoint().send(right).status()).isEqualTo(200);
    assertThat(SERVER.endpoint().send(right.target("/orders?secret=changed")).status())
        .isEqualTo(401);

    String key = "mgs.key.id=\"" + SuiteKeys.of("SM3").id() + "\", mgs.outcome=";
    awaitLogged("name=mgs.verifications", key + "\"verified\"");
    awaitLogged(
        "name=mgs.verifications", key + "\"rejected\", mgs.rejection=\"signature-mismatch\"");
    awaitLogged("name=mgs.verification.duration", "unit=s,", "mgs.outcome=\"verified\"");
    awaitLogged("name=mgs.entity.size", "unit=By,", "mgs.outcome=\"verified\"");
    awaitLogged(" SERVER ", "mgs.outcome=verified", "mgs.algorithm=SM3");
  }

  /** Waits for a line with all of these. */
  private static void awaitLogged(String... parts) {
    for (int i = 0; i < 1200; i++) {
      if (SERVER.log().lines().anyMatch(line -> List.of(parts).stream().allMatch(line::contains))) {
        return;
      }
      LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
    }
    throw new AssertionError("No line has " + List.of(parts) + ":\n" + SERVER.log());
  }
}
