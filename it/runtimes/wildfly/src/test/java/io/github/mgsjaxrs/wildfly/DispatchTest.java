package io.github.mgsjaxrs.wildfly;

import io.github.mgsjaxrs.conformance.dispatch.DispatchSuite;
import io.github.mgsjaxrs.conformance.suite.Endpoint;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.extension.ExtendWith;

/** Requests that the application sends on, on WildFly. */
@ExtendWith(ArquillianExtension.class)
class DispatchTest extends DispatchSuite {

  @Deployment(testable = false)
  static WebArchive dispatching() {
    return Wars.archive(war());
  }

  @Override
  protected Endpoint endpoint() {
    return Wars.endpoint().below(NAME);
  }
}
