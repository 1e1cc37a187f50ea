package io.github.mgsjaxrs.wildfly;

import io.github.mgsjaxrs.conformance.suite.Endpoint;
import io.github.mgsjaxrs.conformance.suite.ReplaySuite;
import io.github.mgsjaxrs.conformance.war.SuiteWars;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.extension.ExtendWith;

/** Requests that are sent twice to WildFly, with Caffeine in the web application. */
@ExtendWith(ArquillianExtension.class)
class ReplayTest extends ReplaySuite {

  @Deployment(testable = false)
  static WebArchive guarded() {
    return Wars.archive(SuiteWars.guardedByCaffeine("replay"));
  }

  @Override
  protected Endpoint endpoint() {
    return Wars.endpoint().below("replay");
  }
}
