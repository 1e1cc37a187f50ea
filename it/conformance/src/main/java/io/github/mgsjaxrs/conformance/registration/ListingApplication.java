package io.github.mgsjaxrs.conformance.registration;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Set;

/** Lists its resources by class, and nothing else. */
@ApplicationPath("/")
public class ListingApplication extends Application {

  /** Called by the server. */
  public ListingApplication() {}

  @Override
  public Set<Class<?>> getClasses() {
    return Set.of(MarkedResource.class);
  }
}
