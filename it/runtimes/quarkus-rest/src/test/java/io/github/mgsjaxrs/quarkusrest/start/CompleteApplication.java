package io.github.mgsjaxrs.quarkusrest.start;

import io.github.mgsjaxrs.conformance.registration.MarkedResource;
import io.github.mgsjaxrs.filter.MgsFeature;
import io.quarkus.arc.properties.IfBuildProperty;
import jakarta.ws.rs.core.Application;
import java.util.HashSet;
import java.util.Set;

/**
 * Lists its resource and the filters, as the library asks for where an application lists. Quarkus
 * sees the classes of tests too: without the property this is no application.
 */
@IfBuildProperty(name = "suite.application", stringValue = "complete")
public class CompleteApplication extends Application {

  @Override
  public Set<Class<?>> getClasses() {
    Set<Class<?>> classes = new HashSet<>(MgsFeature.providers());
    classes.add(MarkedResource.class);
    return classes;
  }
}
