package io.github.mgsjaxrs.conformance.given;

import jakarta.ws.rs.core.Feature;
import jakarta.ws.rs.core.FeatureContext;
import jakarta.ws.rs.ext.Provider;

/** A feature of the application, which the server finds by scanning, as it finds the filters. */
@Provider
public class FoundFeature implements Feature {

  /** Called by the server. */
  public FoundFeature() {}

  @Override
  public boolean configure(FeatureContext context) {
    context.register(OwnVerifier.feature());
    return true;
  }
}
