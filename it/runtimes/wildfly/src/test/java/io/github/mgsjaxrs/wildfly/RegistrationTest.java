package io.github.mgsjaxrs.wildfly;

import io.github.mgsjaxrs.conformance.registration.Registration;
import io.github.mgsjaxrs.conformance.registration.RegistrationSuite;
import io.github.mgsjaxrs.conformance.suite.Endpoint;
import java.util.Set;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.extension.ExtendWith;

/** Every way of registering resources on WildFly, each as a web application. */
@ExtendWith(ArquillianExtension.class)
class RegistrationTest extends RegistrationSuite {

  @Deployment(name = "scanning", testable = false)
  static WebArchive scanning() {
    return Wars.archive(Registration.SCANNING.war());
  }

  /** RESTEasy matches nothing below a context path with a blank. */
  @Override
  protected Set<Registration> refused() {
    return Set.of(Registration.PATH_BELOW_A_BLANK);
  }

  @Override
  protected String runtime() {
    return Wars.profile().runtime();
  }

  @Deployment(name = "classes", testable = false)
  static WebArchive classes() {
    return Wars.archive(Registration.CLASSES.war());
  }

  @Deployment(name = "classesWithFeature", testable = false)
  static WebArchive classesWithFeature() {
    return Wars.archive(Registration.CLASSES_WITH_FEATURE.war());
  }

  @Deployment(name = "singletons", testable = false)
  static WebArchive singletons() {
    return Wars.archive(Registration.SINGLETONS.war());
  }

  @Deployment(name = "twoApplications", testable = false)
  static WebArchive twoApplications() {
    return Wars.archive(Registration.TWO_APPLICATIONS.war());
  }

  @Deployment(name = "absoluteOrdering", testable = false)
  static WebArchive absoluteOrdering() {
    return Wars.archive(Registration.ABSOLUTE_ORDERING.war());
  }

  @Deployment(name = "absoluteOrderingClasses", testable = false)
  static WebArchive absoluteOrderingClasses() {
    return Wars.archive(Registration.ABSOLUTE_ORDERING_CLASSES.war());
  }

  @Deployment(name = "markedApplication", testable = false)
  static WebArchive markedApplication() {
    return Wars.archive(Registration.MARKED_APPLICATION.war());
  }

  @Deployment(name = "pathBelowABlank", testable = false)
  static WebArchive pathBelowABlank() {
    return Wars.archive(Registration.PATH_BELOW_A_BLANK.war());
  }

  @Override
  protected Endpoint endpoint() {
    return Wars.endpoint();
  }
}
