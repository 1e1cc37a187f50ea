package io.github.mgsjaxrs.quarkusrest;

import io.github.mgsjaxrs.conformance.suite.Endpoint;
import io.github.mgsjaxrs.conformance.suite.RootSuites;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;

/** The suites on methods that run on worker threads. */
@QuarkusTest
class ConformanceTest extends RootSuites {

  @Override
  protected Endpoint endpoint() {
    return QuarkusServer.endpoint();
  }

  @Override
  protected String runtime() {
    return MatrixTest.RUNTIME;
  }

  /** Quarkus takes names that differ only in case for one. */
  @Override
  protected boolean isRefusedHere(String name) {
    return name.startsWith("order-is-case-sensitive/");
  }

  @Override
  protected List<String> furtherAnswers() {
    return List.of(
        "/koo-ways/uni", "/koo-ways/non-blocking", "/koo-ways/rest-response", "/koo-ways/buffer");
  }
}
