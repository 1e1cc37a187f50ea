package io.github.mgsjaxrs.quarkusrest;

import io.github.mgsjaxrs.conformance.echo.FormResource;
import io.smallrye.common.annotation.NonBlocking;
import jakarta.ws.rs.Path;

/** {@link FormResource} on the event loop. */
@Path("nonblocking/echo-forms")
@NonBlocking
public class NonBlockingForms extends FormResource {

  /** For the runtime. */
  public NonBlockingForms() {}
}
