package io.github.mgsjaxrs.cdi;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;

/** What the readiness checks of an application say. */
final class Readiness {

  private Readiness() {}

  static HealthCheckResponse of(Application application) {
    List<HealthCheckResponse> answers =
        application
            .container()
            .select(HealthCheck.class, org.eclipse.microprofile.health.Readiness.Literal.INSTANCE)
            .stream()
            .map(HealthCheck::call)
            .filter(answer -> answer.getName().equals("mgs-keys"))
            .toList();
    assertThat(answers).hasSize(1);
    return answers.get(0);
  }

  /** Waits until the last reload of the keys came to this. */
  static HealthCheckResponse awaitReload(Application application, String result) {
    HealthCheckResponse answer = of(application);
    for (int i = 0; i < 1200 && !result.equals(lastReload(answer)); i++) {
      LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
      answer = of(application);
    }
    assertThat(lastReload(answer)).isEqualTo(result);
    return answer;
  }

  private static Object lastReload(HealthCheckResponse answer) {
    return answer.getData().orElseThrow().get("lastReload");
  }
}
