package io.github.mgsjaxrs.conformance.matrix.resources;

import io.github.mgsjaxrs.MgsSigned;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** Whatever target leads here, it is signed; answers the request's ticket. */
@Path("matrix/target{any: .*}")
@MgsSigned
@Produces(MediaType.TEXT_PLAIN)
public class TargetResource {

  /** Resources are created for each request. */
  public TargetResource() {}

  @GET
  public String get(@HeaderParam(Reached.TICKET) String ticket) {
    return Reached.by(ticket);
  }
}
