package io.github.mgsjaxrs.wildfly;

import io.github.mgsjaxrs.conformance.given.GivenVerifierSuite;
import io.github.mgsjaxrs.conformance.suite.Endpoint;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.extension.ExtendWith;

/** Applications on WildFly that make their verifier themselves. */
@ExtendWith(ArquillianExtension.class)
class GivenVerifierTest extends GivenVerifierSuite {

  @Deployment(name = "instanceAlone", testable = false)
  static WebArchive instanceAlone() {
    return Wars.archive(wars().get(0));
  }

  @Deployment(name = "instanceBeans", testable = false)
  static WebArchive instanceBeans() {
    return Wars.archive(wars().get(1));
  }

  @Deployment(name = "instanceBesideCdi", testable = false)
  static WebArchive instanceBesideCdi() {
    return Wars.archive(wars().get(2));
  }

  @Deployment(name = "freshInstanceAlone", testable = false)
  static WebArchive freshInstanceAlone() {
    return Wars.archive(wars().get(3));
  }

  @Deployment(name = "freshInstanceBeans", testable = false)
  static WebArchive freshInstanceBeans() {
    return Wars.archive(wars().get(4));
  }

  @Deployment(name = "freshInstanceBesideCdi", testable = false)
  static WebArchive freshInstanceBesideCdi() {
    return Wars.archive(wars().get(5));
  }

  @Deployment(name = "listedFeatureAlone", testable = false)
  static WebArchive listedFeatureAlone() {
    return Wars.archive(wars().get(6));
  }

  @Deployment(name = "listedFeatureBeans", testable = false)
  static WebArchive listedFeatureBeans() {
    return Wars.archive(wars().get(7));
  }

  @Deployment(name = "listedFeatureBesideCdi", testable = false)
  static WebArchive listedFeatureBesideCdi() {
    return Wars.archive(wars().get(8));
  }

  @Deployment(name = "foundFeatureAlone", testable = false)
  static WebArchive foundFeatureAlone() {
    return Wars.archive(wars().get(9));
  }

  @Deployment(name = "foundFeatureBeans", testable = false)
  static WebArchive foundFeatureBeans() {
    return Wars.archive(wars().get(10));
  }

  @Deployment(name = "foundFeatureBesideCdi", testable = false)
  static WebArchive foundFeatureBesideCdi() {
    return Wars.archive(wars().get(11));
  }

  @Override
  protected Endpoint endpoint() {
    return Wars.endpoint();
  }
}
