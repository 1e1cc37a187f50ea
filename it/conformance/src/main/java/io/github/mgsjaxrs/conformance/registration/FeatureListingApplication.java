package io.github.mgsjaxrs.conformance.registration;

import io.github.mgsjaxrs.filter.MgsFeature;
import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Set;

/** Lists its resources and the feature by class. */
@ApplicationPath("/")
public class FeatureListingApplication extends Application {

  /** Called by the server. */
  public FeatureListingApplication() {}

  @Override
  public Set<Class<?>> getClasses() {
    return Set.of(MarkedResource.class, MgsFeature.class);
  }
}
