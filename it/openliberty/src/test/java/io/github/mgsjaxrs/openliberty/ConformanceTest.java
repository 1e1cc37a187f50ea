package io.github.mgsjaxrs.openliberty;

import io.github.mgsjaxrs.conformance.matrix.EntityMatrix;
import io.github.mgsjaxrs.conformance.matrix.MarkedApplicationMatrix;
import io.github.mgsjaxrs.conformance.matrix.MatrixProfile;
import io.github.mgsjaxrs.conformance.matrix.ProtectionMatrix;
import io.github.mgsjaxrs.conformance.matrix.TargetMatrix;
import io.github.mgsjaxrs.conformance.registration.RegistrationSuite;
import io.github.mgsjaxrs.conformance.suite.AbortedUploadSuite;
import io.github.mgsjaxrs.conformance.suite.Endpoint;
import io.github.mgsjaxrs.conformance.suite.EntitySuite;
import io.github.mgsjaxrs.conformance.suite.OpenSslSuite;
import io.github.mgsjaxrs.conformance.suite.PathTrickSuite;
import io.github.mgsjaxrs.conformance.suite.RejectionSuite;
import io.github.mgsjaxrs.conformance.suite.VectorSuite;
import java.nio.file.Path;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The suites on Open Liberty: one WAR at the root, and the others beside it, in one start. */
class ConformanceTest {

  @RegisterExtension
  static final LibertyServer SERVER = new LibertyServer(LibertyApplications.all());

  @Nested
  class Vectors extends VectorSuite {
    @Override
    protected Endpoint endpoint() {
      return SERVER.endpoint();
    }

    @Override
    protected String runtime() {
      return LibertyApplications.profile().runtime();
    }
  }

  @Nested
  class Rejections extends RejectionSuite {
    @Override
    protected Endpoint endpoint() {
      return SERVER.endpoint();
    }
  }

  @Nested
  class PathTricks extends PathTrickSuite {
    @Override
    protected Endpoint endpoint() {
      return SERVER.endpoint();
    }
  }

  @Nested
  class SignedByOpenSsl extends OpenSslSuite {
    @Override
    protected Endpoint endpoint() {
      return SERVER.endpoint();
    }
  }

  @Nested
  class Entities extends EntitySuite {
    @Override
    protected Endpoint endpoint() {
      return SERVER.endpoint();
    }
  }

  @Nested
  class Registrations extends RegistrationSuite {
    @Override
    protected Endpoint endpoint() {
      return SERVER.endpoint();
    }

    @Override
    protected String runtime() {
      return LibertyApplications.profile().runtime();
    }
  }

  @Nested
  class Protection extends ProtectionMatrix {
    @Override
    protected Endpoint endpoint() {
      return SERVER.endpoint();
    }

    @Override
    protected MatrixProfile profile() {
      return LibertyApplications.profile();
    }
  }

  @Nested
  class Entity extends EntityMatrix {
    @Override
    protected Endpoint endpoint() {
      return SERVER.endpoint();
    }

    @Override
    protected MatrixProfile profile() {
      return LibertyApplications.profile();
    }
  }

  @Nested
  class Target extends TargetMatrix {
    @Override
    protected Endpoint endpoint() {
      return SERVER.endpoint();
    }

    @Override
    protected MatrixProfile profile() {
      return LibertyApplications.profile();
    }
  }

  @Nested
  class ApplicationMark extends MarkedApplicationMatrix {
    @Override
    protected Endpoint endpoint() {
      return LibertyApplications.marked(SERVER.endpoint());
    }

    @Override
    protected MatrixProfile profile() {
      return LibertyApplications.profile();
    }
  }

  @Nested
  class AbortedUploads extends AbortedUploadSuite {
    @Override
    protected Endpoint endpoint() {
      return SERVER.endpoint();
    }

    @Override
    protected Path tempDirectory() {
      return LibertyApplications.TEMPORARY;
    }
  }
}
