package io.github.mgsjaxrs.quarkusrest.application;

import io.quarkus.arc.properties.IfBuildProperty;
import io.smallrye.common.annotation.NonBlocking;
import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

/** Has every method run on the event loop, and stands below a path of its own. */
@ApplicationPath("rest")
@NonBlocking
@IfBuildProperty(name = "suite.application", stringValue = "non-blocking")
public class NonBlockingApplication extends Application {

  /** For the runtime. */
  public NonBlockingApplication() {}
}
