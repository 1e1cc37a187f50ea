package io.github.mgsjaxrs.conformance.matrix.resources.application;

import io.github.mgsjaxrs.MgsSigned;
import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

/**
 * The mark stands on the application and nowhere else. Deployed on its own, with this package,
 * {@code Plain}, {@code Reached} and {@code MatrixCalls}.
 */
@ApplicationPath("")
@MgsSigned
public class MarkedApplication extends Application {

  /** For the runtime, which finds the resources by scanning. */
  public MarkedApplication() {}
}
