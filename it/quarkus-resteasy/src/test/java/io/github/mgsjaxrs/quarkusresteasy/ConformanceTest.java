package io.github.mgsjaxrs.quarkusresteasy;

import io.github.mgsjaxrs.conformance.matrix.EntityMatrix;
import io.github.mgsjaxrs.conformance.matrix.MatrixProfile;
import io.github.mgsjaxrs.conformance.matrix.ProtectionMatrix;
import io.github.mgsjaxrs.conformance.matrix.TargetMatrix;
import io.github.mgsjaxrs.conformance.suite.AbortedUploadSuite;
import io.github.mgsjaxrs.conformance.suite.Endpoint;
import io.github.mgsjaxrs.conformance.suite.EntitySuite;
import io.github.mgsjaxrs.conformance.suite.OpenSslSuite;
import io.github.mgsjaxrs.conformance.suite.PathTrickSuite;
import io.github.mgsjaxrs.conformance.suite.RejectionSuite;
import io.github.mgsjaxrs.conformance.suite.VectorSuite;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.file.Path;
import org.junit.jupiter.api.Nested;

/** The suites and the matrices on Quarkus RESTEasy Classic. */
@QuarkusTest
class ConformanceTest {

  @Nested
  class Vectors extends VectorSuite {
    @Override
    protected Endpoint endpoint() {
      return QuarkusServer.endpoint();
    }

    @Override
    protected String runtime() {
      return QuarkusServer.RUNTIME;
    }
  }

  @Nested
  class Rejections extends RejectionSuite {
    @Override
    protected Endpoint endpoint() {
      return QuarkusServer.endpoint();
    }
  }

  @Nested
  class PathTricks extends PathTrickSuite {
    @Override
    protected Endpoint endpoint() {
      return QuarkusServer.endpoint();
    }
  }

  @Nested
  class SignedByOpenSsl extends OpenSslSuite {
    @Override
    protected Endpoint endpoint() {
      return QuarkusServer.endpoint();
    }
  }

  @Nested
  class Entities extends EntitySuite {
    @Override
    protected Endpoint endpoint() {
      return QuarkusServer.endpoint();
    }
  }

  @Nested
  class Protection extends ProtectionMatrix {
    @Override
    protected Endpoint endpoint() {
      return QuarkusServer.endpoint();
    }

    @Override
    protected MatrixProfile profile() {
      return QuarkusServer.profileOf(QuarkusServer.RUNTIME);
    }
  }

  @Nested
  class Entity extends EntityMatrix {
    @Override
    protected Endpoint endpoint() {
      return QuarkusServer.endpoint();
    }

    @Override
    protected MatrixProfile profile() {
      return QuarkusServer.profileOf(QuarkusServer.RUNTIME);
    }
  }

  @Nested
  class Target extends TargetMatrix {
    @Override
    protected Endpoint endpoint() {
      return QuarkusServer.endpoint();
    }

    @Override
    protected MatrixProfile profile() {
      return QuarkusServer.profileOf(QuarkusServer.RUNTIME);
    }
  }

  @Nested
  class AbortedUploads extends AbortedUploadSuite {
    @Override
    protected Endpoint endpoint() {
      return QuarkusServer.endpoint();
    }

    @Override
    protected Path tempDirectory() {
      return SuiteSettings.TEMPORARY;
    }
  }
}
