package io.github.mgsjaxrs.conformance.given;

import io.github.mgsjaxrs.conformance.registration.MarkedResource;
import io.github.mgsjaxrs.filter.MgsFeature;
import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Set;

/** Gives out the feature as an instance. */
@ApplicationPath("api")
public class InstanceApplication extends Application {

  private final MgsFeature feature = OwnVerifier.feature();

  /** Called by the server. */
  public InstanceApplication() {}

  @Override
  public Set<Class<?>> getClasses() {
    return Set.of(MarkedResource.class, GuardedResource.class);
  }

  @Override
  @SuppressWarnings("deprecation") // the one way to register an instance
  public Set<Object> getSingletons() {
    return Set.of(feature);
  }
}
