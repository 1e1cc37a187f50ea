package io.github.mgsjaxrs.payara;

import io.github.mgsjaxrs.conformance.given.GivenVerifierSuite;
import io.github.mgsjaxrs.conformance.lost.EnterpriseSuite;
import io.github.mgsjaxrs.conformance.lost.LostFilters;
import io.github.mgsjaxrs.conformance.lost.LostFiltersSuite;
import io.github.mgsjaxrs.conformance.matrix.MarkedApplicationMatrix;
import io.github.mgsjaxrs.conformance.matrix.MatrixProfile;
import io.github.mgsjaxrs.conformance.server.ServerSuites;
import io.github.mgsjaxrs.conformance.suite.AbortedUploadSuite;
import io.github.mgsjaxrs.conformance.suite.Endpoint;
import java.nio.file.Path;
import java.util.Set;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.extension.ExtendWith;

/** The suites on Payara Micro: one WAR at the root, and the others beside it, in one start. */
@ExtendWith(ArquillianExtension.class)
class ConformanceTest extends ServerSuites {

  @Deployment(testable = false)
  static WebArchive applications() {
    return PayaraMicro.applications();
  }

  @Override
  protected Endpoint endpoint() {
    return PayaraMicro.endpoint();
  }

  @Override
  protected MatrixProfile profile() {
    return PayaraMicro.profile();
  }

  @Override
  protected boolean takesBlanksInContextPaths() {
    return false;
  }

  @Nested
  class GivenVerifiers extends GivenVerifierSuite {
    @Override
    protected Endpoint endpoint() {
      return PayaraMicro.endpoint();
    }
  }

  @Nested
  class ApplicationMark extends MarkedApplicationMatrix {
    @Override
    protected Endpoint endpoint() {
      return PayaraMicro.endpoint().below(PayaraMicro.MARKED);
    }

    @Override
    protected MatrixProfile profile() {
      return PayaraMicro.profile();
    }
  }

  @Nested
  class KeptAway extends LostFiltersSuite {
    @Override
    protected Endpoint endpoint() {
      return PayaraMicro.endpoint();
    }

    @Override
    protected Set<LostFilters> refused() {
      return Set.of(LostFilters.PROPERTIES, LostFilters.SERVLET_PARAMETERS, LostFilters.ONE_FILTER);
    }
  }

  @Nested
  class Enterprises extends EnterpriseSuite {
    @Override
    protected Endpoint endpoint() {
      return PayaraMicro.endpoint();
    }
  }

  @Nested
  class AbortedUploads extends AbortedUploadSuite {
    @Override
    protected Endpoint endpoint() {
      return PayaraMicro.endpoint();
    }

    @Override
    protected Path tempDirectory() {
      return PayaraMicro.TEMPORARY;
    }
  }
}
