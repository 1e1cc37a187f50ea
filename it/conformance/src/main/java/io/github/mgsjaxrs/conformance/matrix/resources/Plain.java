package io.github.mgsjaxrs.conformance.matrix.resources;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;

/** A sub-resource without any mark: what led to it decides. */
public class Plain {

  /** For locators, and for the runtime where a locator returns the class. */
  public Plain() {}

  @POST
  public String post(String body) {
    return Reached.by(body);
  }

  @GET
  public String get(@QueryParam(Reached.PARAMETER) String ticket) {
    return Reached.by(ticket);
  }

  @POST
  @Path("deep")
  public String deep(String body) {
    return Reached.by(body);
  }
}
