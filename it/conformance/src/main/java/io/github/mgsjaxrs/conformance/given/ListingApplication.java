package io.github.mgsjaxrs.conformance.given;

import io.github.mgsjaxrs.conformance.registration.MarkedResource;
import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Set;

/** Lists a feature of its own, which registers that of the library. */
@ApplicationPath("api")
public class ListingApplication extends Application {

  /** Called by the server. */
  public ListingApplication() {}

  @Override
  public Set<Class<?>> getClasses() {
    return Set.of(MarkedResource.class, GuardedResource.class, ListedFeature.class);
  }
}
