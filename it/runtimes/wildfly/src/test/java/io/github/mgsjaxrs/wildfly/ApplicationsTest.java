package io.github.mgsjaxrs.wildfly;

import io.github.mgsjaxrs.conformance.registration.ApplicationsSuite;
import io.github.mgsjaxrs.conformance.suite.Endpoint;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.extension.ExtendWith;

/** Several applications in one archive on WildFly, which has one filter for all of them. */
@ExtendWith(ArquillianExtension.class)
class ApplicationsTest extends ApplicationsSuite {

  @Deployment(name = "firstVerifier", testable = false)
  static WebArchive firstVerifier() {
    return Wars.archive(wars().get(0));
  }

  @Deployment(name = "secondVerifier", testable = false)
  static WebArchive secondVerifier() {
    return Wars.archive(wars().get(1));
  }

  @Deployment(name = "openFirst", testable = false)
  static WebArchive openFirst() {
    return Wars.archive(wars().get(2));
  }

  @Deployment(name = "shutFirst", testable = false)
  static WebArchive shutFirst() {
    return Wars.archive(wars().get(3));
  }

  @Deployment(name = "keyedFirst", testable = false)
  static WebArchive keyedFirst() {
    return Wars.archive(wars().get(4));
  }

  @Override
  protected Endpoint endpoint() {
    return Wars.endpoint();
  }
}
