package io.github.mgsjaxrs.conformance.given;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

/** Leaves it to the server to find everything. */
@ApplicationPath("api")
public class ScannedApplication extends Application {

  /** Called by the server. */
  public ScannedApplication() {}
}
