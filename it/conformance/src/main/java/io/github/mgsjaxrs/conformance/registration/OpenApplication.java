package io.github.mgsjaxrs.conformance.registration;

import io.github.mgsjaxrs.filter.MgsFeature;
import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Set;

/** Has no mark, and stands beside others that have one. */
@ApplicationPath("open")
public class OpenApplication extends Application {

  /** Called by the server. */
  public OpenApplication() {}

  @Override
  public Set<Class<?>> getClasses() {
    return Set.of(PlainResource.class, MgsFeature.class);
  }
}
