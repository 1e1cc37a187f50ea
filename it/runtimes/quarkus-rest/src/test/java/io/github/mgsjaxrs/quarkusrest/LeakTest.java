package io.github.mgsjaxrs.quarkusrest;

import io.github.mgsjaxrs.conformance.suite.Endpoint;
import io.github.mgsjaxrs.conformance.suite.LeakSuite;
import io.github.mgsjaxrs.conformance.suite.SuiteConfigSource;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.file.Path;

/** Nothing stays behind when clients of a blocking method go away. */
@QuarkusTest
class LeakTest extends LeakSuite {

  @Override
  protected Endpoint endpoint() {
    return QuarkusServer.endpoint();
  }

  @Override
  protected Path tempDirectory() {
    return SuiteConfigSource.TEMPORARY;
  }
}
