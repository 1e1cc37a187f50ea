package io.github.mgsjaxrs.openliberty;

import io.github.mgsjaxrs.conformance.given.GivenVerifierSuite;
import io.github.mgsjaxrs.conformance.matrix.MarkedApplicationMatrix;
import io.github.mgsjaxrs.conformance.matrix.MatrixProfile;
import io.github.mgsjaxrs.conformance.matrix.RootSuitesAndMatrices;
import io.github.mgsjaxrs.conformance.registration.ApplicationsSuite;
import io.github.mgsjaxrs.conformance.registration.RegistrationSuite;
import io.github.mgsjaxrs.conformance.suite.AbortedUploadSuite;
import io.github.mgsjaxrs.conformance.suite.Endpoint;
import io.github.mgsjaxrs.conformance.suite.NoUriSuite;
import io.github.mgsjaxrs.conformance.suite.ReplaySuite;
import java.nio.file.Path;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The suites on Open Liberty: one WAR at the root, and the others beside it, in one start. */
class ConformanceTest extends RootSuitesAndMatrices {

  @RegisterExtension
  static final LibertyServer SERVER = new LibertyServer(LibertyApplications.all());

  @Override
  protected Endpoint endpoint() {
    return SERVER.endpoint();
  }

  @Override
  protected MatrixProfile profile() {
    return LibertyApplications.profile();
  }

  @Nested
  class Registrations extends RegistrationSuite {
    @Override
    protected boolean takesBlanksInContextPaths() {
      return false;
    }

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
  class Applications extends ApplicationsSuite {
    @Override
    protected Endpoint endpoint() {
      return SERVER.endpoint();
    }
  }

  @Nested
  class GivenVerifiers extends GivenVerifierSuite {
    @Override
    protected Endpoint endpoint() {
      return SERVER.endpoint();
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
  class Replays extends ReplaySuite {
    @Override
    protected Endpoint endpoint() {
      return LibertyApplications.guarded(SERVER.endpoint());
    }
  }

  @Nested
  class NoUris extends NoUriSuite {
    @Override
    protected Endpoint endpoint() {
      return SERVER.endpoint();
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
