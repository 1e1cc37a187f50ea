package io.github.mgsjaxrs.conformance.given;

import io.github.mgsjaxrs.conformance.registration.MarkedResource;
import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Set;

/** Makes another verifier each time when it is asked for its instances. */
@ApplicationPath("api")
public class FreshInstanceApplication extends Application {

  /** Called by the server. */
  public FreshInstanceApplication() {}

  @Override
  public Set<Class<?>> getClasses() {
    return Set.of(MarkedResource.class, GuardedResource.class);
  }

  @Override
  @SuppressWarnings("deprecation") // the one way to register an instance
  public Set<Object> getSingletons() {
    return Set.of(OwnVerifier.feature());
  }
}
