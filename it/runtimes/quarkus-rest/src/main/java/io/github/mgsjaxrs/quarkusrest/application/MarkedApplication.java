package io.github.mgsjaxrs.quarkusrest.application;

import io.github.mgsjaxrs.MgsSigned;
import io.quarkus.arc.properties.IfBuildProperty;
import jakarta.ws.rs.core.Application;

/** Bears the mark for all resources, also those that have none of their own. */
@MgsSigned
@IfBuildProperty(name = "suite.application", stringValue = "marked")
public class MarkedApplication extends Application {

  /** For the runtime. */
  public MarkedApplication() {}
}
