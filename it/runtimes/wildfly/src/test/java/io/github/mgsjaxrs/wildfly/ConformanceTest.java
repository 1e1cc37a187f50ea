package io.github.mgsjaxrs.wildfly;

import io.github.mgsjaxrs.conformance.matrix.MarkedApplicationMatrix;
import io.github.mgsjaxrs.conformance.matrix.MatrixProfile;
import io.github.mgsjaxrs.conformance.matrix.RootSuitesAndMatrices;
import io.github.mgsjaxrs.conformance.registration.ScanningApplication;
import io.github.mgsjaxrs.conformance.suite.AbortedUploadSuite;
import io.github.mgsjaxrs.conformance.suite.Endpoint;
import io.github.mgsjaxrs.conformance.suite.NoUriSuite;
import io.github.mgsjaxrs.conformance.war.SuiteWars;
import java.nio.file.Path;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.extension.ExtendWith;

/** The suites on WildFly: one WAR at the root, set up by its own settings alone. */
@ExtendWith(ArquillianExtension.class)
class ConformanceTest extends RootSuitesAndMatrices {

  private static final String MARKED = "marked-application";

  @Deployment(name = "root", testable = false)
  static WebArchive echo() {
    return Wars.archive(
        SuiteWars.echoAndMatrices("ROOT", Wars.TEMPORARY).classes(ScanningApplication.class));
  }

  @Deployment(name = "application", testable = false)
  static WebArchive markedApplication() {
    return Wars.archive(SuiteWars.ofMarkedApplication(MARKED));
  }

  @Override
  protected Endpoint endpoint() {
    return Wars.endpoint();
  }

  @Override
  protected MatrixProfile profile() {
    return Wars.profile();
  }

  /** Undertow makes one blank of several in the value of a header. */
  @Override
  protected boolean isRefusedHere(String name) {
    return name.equals("inner-blanks-stay/");
  }

  @Nested
  class ApplicationMark extends MarkedApplicationMatrix {
    @Override
    protected Endpoint endpoint() {
      return Wars.endpoint().below(MARKED);
    }

    @Override
    protected MatrixProfile profile() {
      return Wars.profile();
    }
  }

  @Nested
  class NoUris extends NoUriSuite {
    @Override
    protected Endpoint endpoint() {
      return Wars.endpoint();
    }
  }

  @Nested
  class AbortedUploads extends AbortedUploadSuite {
    @Override
    protected Endpoint endpoint() {
      return Wars.endpoint();
    }

    @Override
    protected Path tempDirectory() {
      return Wars.TEMPORARY;
    }
  }
}
