package io.github.mgsjaxrs.conformance.registration;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Set;

/** Hands out instances of its resources, and nothing else. */
@ApplicationPath("/")
public class InstancesApplication extends Application {

  /** Called by the server. */
  public InstancesApplication() {}

  @Override
  @SuppressWarnings("deprecation") // what old applications do has to be protected too
  public Set<Object> getSingletons() {
    return Set.of(new MarkedResource());
  }
}
