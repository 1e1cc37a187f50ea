package io.github.mgsjaxrs.conformance.registration;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

/** Leaves it to the server to find everything. */
@ApplicationPath("/")
public class ScanningApplication extends Application {

  /** Called by the server. */
  public ScanningApplication() {}
}
