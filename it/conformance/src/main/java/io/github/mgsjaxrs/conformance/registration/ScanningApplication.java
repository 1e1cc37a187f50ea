package io.github.mgsjaxrs.conformance.registration;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Map;

/** Leaves it to the server to find everything. */
@ApplicationPath("/")
public class ScanningApplication extends Application {

  /** Called by the server. */
  public ScanningApplication() {}

  /**
   * Jersey's description of an application does not end at a locator that returns its own class.
   */
  @Override
  public Map<String, Object> getProperties() {
    return Map.of("jersey.config.server.wadl.disableWadl", true);
  }
}
