package io.github.mgsjaxrs.wildfly;

import io.github.mgsjaxrs.conformance.lost.LostFilters;
import io.github.mgsjaxrs.conformance.lost.LostFiltersSuite;
import io.github.mgsjaxrs.conformance.suite.Endpoint;
import java.util.Set;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.extension.ExtendWith;

/** Every setting that could keep the filters away on WildFly, each as a web application. */
@ExtendWith(ArquillianExtension.class)
class LostFiltersTest extends LostFiltersSuite {

  @Deployment(name = "properties", testable = false)
  static WebArchive properties() {
    return Wars.archive(LostFilters.PROPERTIES.war());
  }

  @Deployment(name = "contextParameters", testable = false)
  static WebArchive contextParameters() {
    return Wars.archive(LostFilters.CONTEXT_PARAMETERS.war());
  }

  @Deployment(name = "servletParameters", testable = false)
  static WebArchive servletParameters() {
    return Wars.archive(LostFilters.SERVLET_PARAMETERS.war());
  }

  @Deployment(name = "resteasySwitches", testable = false)
  static WebArchive resteasySwitches() {
    return Wars.archive(LostFilters.RESTEASY_SWITCHES.war());
  }

  @Deployment(name = "oneFilter", testable = false)
  static WebArchive oneFilter() {
    return Wars.archive(LostFilters.ONE_FILTER.war());
  }

  @Deployment(name = "withFeature", testable = false)
  static WebArchive withFeature() {
    return Wars.archive(LostFilters.WITH_FEATURE.war());
  }

  @Override
  protected Endpoint endpoint() {
    return Wars.endpoint();
  }

  @Override
  protected Set<LostFilters> refused() {
    return Set.of(LostFilters.PROPERTIES, LostFilters.ONE_FILTER);
  }
}
