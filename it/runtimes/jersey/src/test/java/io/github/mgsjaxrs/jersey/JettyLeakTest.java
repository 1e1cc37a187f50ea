package io.github.mgsjaxrs.jersey;

import io.github.mgsjaxrs.conformance.server.SharedServer;
import io.github.mgsjaxrs.conformance.suite.Endpoint;
import io.github.mgsjaxrs.conformance.suite.LeakSuite;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Nothing stays behind on Jersey in a servlet container. */
class JettyLeakTest extends LeakSuite {

  @TempDir static Path temporary;

  @RegisterExtension
  static final SharedServer SERVER =
      JettyServer.echo(() -> TestVerifiers.builder().tempDirectory(temporary));

  @Override
  protected Endpoint endpoint() {
    return SERVER.endpoint();
  }

  @Override
  protected Path tempDirectory() {
    return temporary;
  }
}
