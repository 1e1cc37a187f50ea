package io.github.mgsjaxrs.conformance.registration;

import io.github.mgsjaxrs.MgsSigned;
import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

/** Bears the mark for all of its resources. */
@ApplicationPath("/")
@MgsSigned
public class MarkedApplication extends Application {

  /** Called by the server. */
  public MarkedApplication() {}
}
