package io.github.mgsjaxrs.filter;

import jakarta.ws.rs.core.Feature;
import jakarta.ws.rs.core.FeatureContext;

/**
 * Registers the filters where no scanning finds them: runtimes load it as a service, also for an
 * {@code Application} that lists its classes.
 */
public final class AutomaticRegistration implements Feature {

  /** For the JAX-RS runtime. */
  public AutomaticRegistration() {}

  @Override
  public boolean configure(FeatureContext context) {
    return new MgsFeature().configure(context);
  }
}
