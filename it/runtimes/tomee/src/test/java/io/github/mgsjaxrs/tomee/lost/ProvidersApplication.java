package io.github.mgsjaxrs.tomee.lost;

import io.github.mgsjaxrs.conformance.registration.MarkedResource;
import io.github.mgsjaxrs.filter.MgsFeature;
import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.HashSet;
import java.util.Set;

/** Lists all that is needed, one by one. */
@ApplicationPath("/")
public class ProvidersApplication extends Application {

  @Override
  public Set<Class<?>> getClasses() {
    Set<Class<?>> classes = new HashSet<>(MgsFeature.providers());
    classes.add(MarkedResource.class);
    classes.add(GuardedResource.class);
    return classes;
  }
}
