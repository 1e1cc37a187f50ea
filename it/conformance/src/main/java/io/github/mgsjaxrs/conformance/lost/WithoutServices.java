package io.github.mgsjaxrs.conformance.lost;

import jakarta.ws.rs.core.Application;
import java.util.Map;

/** Tells every runtime to load no services. */
abstract class WithoutServices extends Application {

  @Override
  public Map<String, Object> getProperties() {
    return Map.of(
        "jakarta.ws.rs.loadServices",
        false,
        "jersey.config.disableMetainfServicesLookup",
        true,
        "jersey.config.server.disableMetainfServicesLookup",
        true);
  }
}
