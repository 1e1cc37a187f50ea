package io.github.mgsjaxrs.quarkusresteasy.application;

import io.github.mgsjaxrs.conformance.rewriting.RewrittenPathsSuite;
import io.github.mgsjaxrs.conformance.suite.Endpoint;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** Paths that the application changes. */
class RewrittenPathsTest extends RewrittenPathsSuite {

  private static StartedApplication application;

  @BeforeAll
  static void start() throws Exception {
    application = StartedApplication.of(war(), "/" + NAME);
  }

  @AfterAll
  static void stop() throws Exception {
    application.close();
  }

  @Override
  protected Endpoint endpoint() {
    return application.endpoint();
  }
}
