package io.github.mgsjaxrs.conformance.registration;

import io.github.mgsjaxrs.MgsSigned;
import io.github.mgsjaxrs.filter.MgsFeature;
import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Set;

/** Has a mark that admits one key, and stands beside others with another one or none. */
@ApplicationPath("keyed")
@MgsSigned(keys = "team.a/orders")
public class KeyedApplication extends Application {

  /** Called by the server. */
  public KeyedApplication() {}

  @Override
  public Set<Class<?>> getClasses() {
    return Set.of(PlainResource.class, MgsFeature.class);
  }
}
