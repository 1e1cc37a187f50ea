package io.github.mgsjaxrs.conformance.lost;

import io.github.mgsjaxrs.conformance.registration.MarkedResource;
import io.github.mgsjaxrs.filter.MgsFeature;
import jakarta.ws.rs.ApplicationPath;
import java.util.Set;

/** Lists its resources with the feature among its classes. */
@ApplicationPath("/")
public class UnloadedServicesWithFeature extends WithoutServices {

  /** Called by the server. */
  public UnloadedServicesWithFeature() {}

  @Override
  public Set<Class<?>> getClasses() {
    return Set.of(MarkedResource.class, MgsFeature.class);
  }
}
