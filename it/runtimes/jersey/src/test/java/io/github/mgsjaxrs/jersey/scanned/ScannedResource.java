package io.github.mgsjaxrs.jersey.scanned;

import io.github.mgsjaxrs.MgsSigned;
import io.github.mgsjaxrs.conformance.registration.Registration;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

/** Alone in its package, for {@code ResourceConfig.packages()}. */
@Path("marked")
@MgsSigned
public class ScannedResource {
  @GET
  public String get() {
    return Registration.SERVED;
  }
}
