package io.github.mgsjaxrs.conformance.matrix.resources.application;

import io.github.mgsjaxrs.conformance.matrix.resources.Plain;
import io.github.mgsjaxrs.conformance.matrix.resources.Reached;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

/** No mark of its own: that of the application counts. */
@Path("matrix/of-application")
public class UnmarkedResource {

  /** Resources are created for each request. */
  public UnmarkedResource() {}

  @POST
  public String post(String body) {
    return Reached.by(body);
  }

  @Path("sub")
  public Plain sub() {
    return new Plain();
  }
}
