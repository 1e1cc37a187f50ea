package io.github.mgsjaxrs.quarkusresteasy;

import io.github.mgsjaxrs.conformance.matrix.MatrixProfile;
import io.github.mgsjaxrs.conformance.matrix.RootSuitesAndMatrices;
import io.github.mgsjaxrs.conformance.suite.AbortedUploadSuite;
import io.github.mgsjaxrs.conformance.suite.Endpoint;
import io.github.mgsjaxrs.conformance.suite.SuiteConfigSource;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.file.Path;
import org.junit.jupiter.api.Nested;

/** The suites and the matrices on Quarkus RESTEasy Classic. */
@QuarkusTest
class ConformanceTest extends RootSuitesAndMatrices {

  @Override
  protected Endpoint endpoint() {
    return QuarkusServer.endpoint();
  }

  @Override
  protected MatrixProfile profile() {
    return QuarkusServer.profileOf(QuarkusServer.RUNTIME);
  }

  @Nested
  class AbortedUploads extends AbortedUploadSuite {
    @Override
    protected Endpoint endpoint() {
      return QuarkusServer.endpoint();
    }

    @Override
    protected Path tempDirectory() {
      return SuiteConfigSource.TEMPORARY;
    }
  }
}
