package io.github.mgsjaxrs.wildfly;

import io.github.mgsjaxrs.conformance.enterprise.SessionBeanSuite;
import io.github.mgsjaxrs.conformance.suite.Endpoint;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.extension.ExtendWith;

/** Session beans on WildFly, beside the web application and in it. */
@ExtendWith(ArquillianExtension.class)
class SessionBeanTest extends SessionBeanSuite {

  @Deployment(name = "beside", testable = false)
  static EnterpriseArchive archiveBeside() {
    return Wars.archive(beside());
  }

  @Deployment(name = "within", testable = false)
  static WebArchive archiveWithin() {
    return Wars.archive(within());
  }

  @Override
  protected Endpoint endpoint() {
    return Wars.endpoint();
  }
}
