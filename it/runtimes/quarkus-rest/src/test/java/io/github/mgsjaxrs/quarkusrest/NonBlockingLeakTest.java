package io.github.mgsjaxrs.quarkusrest;

import io.github.mgsjaxrs.conformance.suite.Endpoint;
import io.github.mgsjaxrs.conformance.suite.LeakSuite;
import io.github.mgsjaxrs.conformance.suite.SuiteConfigSource;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.file.Path;

/** Nothing stays behind when clients of a method on the event loop go away. */
@QuarkusTest
class NonBlockingLeakTest extends LeakSuite {

  @Override
  protected Endpoint endpoint() {
    return QuarkusServer.below("/nonblocking");
  }

  @Override
  protected Path tempDirectory() {
    return SuiteConfigSource.TEMPORARY;
  }
}
