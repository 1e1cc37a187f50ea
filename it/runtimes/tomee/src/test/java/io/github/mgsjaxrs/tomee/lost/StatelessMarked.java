package io.github.mgsjaxrs.tomee.lost;

import io.github.mgsjaxrs.MgsSigned;
import io.github.mgsjaxrs.conformance.registration.Registration;
import jakarta.ejb.Stateless;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

/** An enterprise bean, which TomEE deploys in a way of its own. */
@Stateless
@Path("bean")
@MgsSigned
public class StatelessMarked {

  @GET
  public String get() {
    return Registration.SERVED;
  }
}
