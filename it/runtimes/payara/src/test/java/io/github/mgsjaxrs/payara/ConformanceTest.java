package io.github.mgsjaxrs.payara;

import io.github.mgsjaxrs.conformance.given.GivenVerifierSuite;
import io.github.mgsjaxrs.conformance.lost.EnterpriseSuite;
import io.github.mgsjaxrs.conformance.lost.LostFilters;
import io.github.mgsjaxrs.conformance.lost.LostFiltersSuite;
import io.github.mgsjaxrs.conformance.matrix.MarkedApplicationMatrix;
import io.github.mgsjaxrs.conformance.matrix.MatrixProfile;
import io.github.mgsjaxrs.conformance.matrix.RootSuitesAndMatrices;
import io.github.mgsjaxrs.conformance.registration.ApplicationsSuite;
import io.github.mgsjaxrs.conformance.registration.RegistrationSuite;
import io.github.mgsjaxrs.conformance.suite.AbortedUploadSuite;
import io.github.mgsjaxrs.conformance.suite.Endpoint;
import io.github.mgsjaxrs.conformance.suite.ReplaySuite;
import java.nio.file.Path;
import java.util.Set;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.extension.ExtendWith;

/** The suites on Payara Micro: one WAR at the root, and the others beside it, in one start. */
@ExtendWith(ArquillianExtension.class)
class ConformanceTest extends RootSuitesAndMatrices {

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

  @Nested
  class Registrations extends RegistrationSuite {
    @Override
    protected boolean takesBlanksInContextPaths() {
      return false;
    }

    @Override
    protected Endpoint endpoint() {
      return PayaraMicro.endpoint();
    }

    @Override
    protected String runtime() {
      return PayaraMicro.profile().runtime();
    }
  }

  @Nested
  class Applications extends ApplicationsSuite {
    @Override
    protected Endpoint endpoint() {
      return PayaraMicro.endpoint();
    }
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
      return PayaraMicro.markedApplication();
    }

    @Override
    protected MatrixProfile profile() {
      return PayaraMicro.profile();
    }
  }

  /** In the cache that the server brings along. */
  @Nested
  class Replays extends ReplaySuite {
    @Override
    protected Endpoint endpoint() {
      return PayaraMicro.guarded();
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
