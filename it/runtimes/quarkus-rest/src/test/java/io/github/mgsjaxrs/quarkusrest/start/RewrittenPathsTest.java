package io.github.mgsjaxrs.quarkusrest.start;

import io.github.mgsjaxrs.conformance.rewriting.RewrittenPathsSuite;
import io.github.mgsjaxrs.conformance.suite.Endpoint;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** Paths that the application changes, behind a proxy that lets clients choose its headers. */
class RewrittenPathsTest extends RewrittenPathsSuite {

  @TempDir private static Path folder;
  private static StartedApplication application;

  @BeforeAll
  static void start() throws Exception {
    Map<String, String> settings = settings();
    settings.put("quarkus.http.host", "127.0.0.1");
    settings.put("quarkus.http.test-port", "0");
    settings.put("quarkus.http.proxy.proxy-address-forwarding", "true");
    settings.put("quarkus.http.proxy.allow-x-forwarded", "true");
    settings.put("quarkus.http.proxy.enable-forwarded-prefix", "true");
    application = StartedApplication.of(folder, settings, classes());
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
