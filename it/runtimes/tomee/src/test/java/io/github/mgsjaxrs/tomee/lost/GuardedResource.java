package io.github.mgsjaxrs.tomee.lost;

import io.github.mgsjaxrs.conformance.registration.Registration;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

/** What is protected by its path, and by nothing else. */
@Path("guarded")
public class GuardedResource {

  @GET
  public String get() {
    return Registration.SERVED;
  }
}
