package io.github.mgsjaxrs.conformance.given;

import jakarta.ws.rs.core.Feature;
import jakarta.ws.rs.core.FeatureContext;

/** A feature of the application, which it lists by its class. */
public class ListedFeature implements Feature {

  /** Called by the server. */
  public ListedFeature() {}

  @Override
  public boolean configure(FeatureContext context) {
    context.register(OwnVerifier.feature());
    return true;
  }
}
