package io.github.mgsjaxrs.openliberty;

import io.github.mgsjaxrs.conformance.given.GivenVerifierSuite;
import io.github.mgsjaxrs.conformance.matrix.MarkedApplicationMatrix;
import io.github.mgsjaxrs.conformance.matrix.MatrixProfile;
import io.github.mgsjaxrs.conformance.server.ServerSuites;
import io.github.mgsjaxrs.conformance.suite.AbortedUploadSuite;
import io.github.mgsjaxrs.conformance.suite.Endpoint;
import io.github.mgsjaxrs.conformance.suite.NoUriSuite;
import java.nio.file.Path;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The suites on Open Liberty: one WAR at the root, and the others beside it, in one start. */
class ConformanceTest extends ServerSuites {

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

  @Override
  protected boolean takesBlanksInContextPaths() {
    return false;
  }

  /** Liberty leaves the blanks behind the value of a header. */
  @Override
  protected boolean isRefusedHere(String name) {
    return name.equals("outer-blanks-are-no-part-of-a-value/");
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
      return SERVER.endpoint().below(LibertyApplications.MARKED);
    }

    @Override
    protected MatrixProfile profile() {
      return LibertyApplications.profile();
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
