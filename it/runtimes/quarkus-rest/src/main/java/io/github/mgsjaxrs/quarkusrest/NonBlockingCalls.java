package io.github.mgsjaxrs.quarkusrest;

import io.github.mgsjaxrs.conformance.echo.CallsResource;
import io.smallrye.common.annotation.NonBlocking;
import jakarta.ws.rs.Path;

/** {@link CallsResource} on the event loop. */
@Path("nonblocking/echo-calls")
@NonBlocking
public class NonBlockingCalls extends CallsResource {

  /** For the runtime. */
  public NonBlockingCalls() {}
}
