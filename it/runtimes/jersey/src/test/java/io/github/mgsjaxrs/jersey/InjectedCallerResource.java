package io.github.mgsjaxrs.jersey;

import io.github.mgsjaxrs.MgsSigned;
import io.github.mgsjaxrs.VerifiedCaller;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

/** Gets the caller by injection. */
@Path("injected-caller")
@RequestScoped
@MgsSigned
public class InjectedCallerResource {

  @Inject VerifiedCaller caller;

  @GET
  public String caller() {
    return caller.keyId() + " " + caller.algorithm();
  }
}
