package io.github.mgsjaxrs.jersey;

import io.github.mgsjaxrs.conformance.server.SharedServer;
import io.github.mgsjaxrs.conformance.suite.Endpoint;
import io.github.mgsjaxrs.conformance.suite.LeakSuite;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Nothing stays behind on Jersey with Grizzly and Weld. */
@Tag("cdi")
class WeldLeakTest extends LeakSuite {

  @TempDir static Path temporary;

  @RegisterExtension
  static final SharedServer SERVER =
      WeldServer.echo(() -> Map.of("mgs.temp-dir", temporary.toString()));

  @Override
  protected Endpoint endpoint() {
    return SERVER.endpoint();
  }

  @Override
  protected Path tempDirectory() {
    return temporary;
  }
}
