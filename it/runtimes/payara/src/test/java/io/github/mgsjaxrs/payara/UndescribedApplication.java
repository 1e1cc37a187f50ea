package io.github.mgsjaxrs.payara;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Map;

/**
 * Leaves it to the server to find everything, but has no WADL: Jersey's description of an
 * application does not end at a locator that returns its own class.
 */
@ApplicationPath("/")
public class UndescribedApplication extends Application {

  /** Called by the server. */
  public UndescribedApplication() {}

  @Override
  public Map<String, Object> getProperties() {
    return Map.of("jersey.config.server.wadl.disableWadl", true);
  }
}
