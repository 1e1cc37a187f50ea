package io.github.mgsjaxrs.wildfly;

import io.github.mgsjaxrs.conformance.patch.PatchSuite;
import io.github.mgsjaxrs.conformance.suite.Endpoint;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.extension.ExtendWith;

/** Patches that WildFly's RESTEasy applies by itself. */
@ExtendWith(ArquillianExtension.class)
class PatchTest extends PatchSuite {

  @Deployment(testable = false)
  static WebArchive documents() {
    return Wars.archive(war());
  }

  @Override
  protected Endpoint endpoint() {
    return Wars.endpoint().below(NAME);
  }
}
