package io.github.mgsjaxrs.conformance.registration;

import io.github.mgsjaxrs.filter.MgsFeature;
import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Set;

/** Has a mark on an interface, and stands beside others with another one or none. */
@ApplicationPath("shut")
public class ShutApplication extends Application implements ClosedApi {

  /** Called by the server. */
  public ShutApplication() {}

  @Override
  public Set<Class<?>> getClasses() {
    return Set.of(PlainResource.class, MgsFeature.class);
  }
}
