package io.github.mgsjaxrs.quarkusrest;

import io.github.mgsjaxrs.conformance.suite.Endpoint;
import io.github.mgsjaxrs.conformance.suite.EndpointSuites;
import io.quarkus.test.junit.QuarkusTest;

/** The suites on methods that run on the event loop. */
@QuarkusTest
class NonBlockingConformanceTest extends EndpointSuites {

  @Override
  protected Endpoint endpoint() {
    return QuarkusServer.below("/nonblocking");
  }
}
