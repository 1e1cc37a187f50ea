package io.github.mgsjaxrs.wildfly;

import io.github.mgsjaxrs.conformance.rewriting.RewrittenPathsSuite;
import io.github.mgsjaxrs.conformance.suite.Endpoint;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.extension.ExtendWith;

/** Paths that the application changes, on WildFly. */
@ExtendWith(ArquillianExtension.class)
class RewrittenPathsTest extends RewrittenPathsSuite {

  @Deployment(testable = false)
  static WebArchive rewriting() {
    return Wars.archive(war());
  }

  @Override
  protected Endpoint endpoint() {
    return Wars.endpoint().below(NAME);
  }
}
