package io.github.mgsjaxrs.conformance.lost;

import io.github.mgsjaxrs.conformance.registration.MarkedResource;
import jakarta.ws.rs.ApplicationPath;
import java.util.Set;

/** Lists its resources, and nothing else. */
@ApplicationPath("/")
public class UnloadedServicesApplication extends WithoutServices {

  /** Called by the server. */
  public UnloadedServicesApplication() {}

  @Override
  public Set<Class<?>> getClasses() {
    return Set.of(MarkedResource.class);
  }
}
