package io.github.mgsjaxrs.conformance.registration;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Set;

/** Lists its resources, beside another application that lists none. */
@ApplicationPath("/second")
public class SecondListingApplication extends Application {

  /** Called by the server. */
  public SecondListingApplication() {}

  @Override
  public Set<Class<?>> getClasses() {
    return Set.of(MarkedResource.class);
  }
}
