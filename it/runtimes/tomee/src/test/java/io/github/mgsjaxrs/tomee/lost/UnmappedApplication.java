package io.github.mgsjaxrs.tomee.lost;

import io.github.mgsjaxrs.conformance.registration.MarkedResource;
import jakarta.ws.rs.core.Application;
import java.util.Set;

/** Lists its resources; {@code web.xml} maps it. */
public class UnmappedApplication extends Application {

  @Override
  public Set<Class<?>> getClasses() {
    return Set.of(MarkedResource.class, GuardedResource.class);
  }
}
