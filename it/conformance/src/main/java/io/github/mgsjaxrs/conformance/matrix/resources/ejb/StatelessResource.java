package io.github.mgsjaxrs.conformance.matrix.resources.ejb;

import io.github.mgsjaxrs.MgsSigned;
import io.github.mgsjaxrs.conformance.matrix.resources.Reached;
import jakarta.ejb.Stateless;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

/** A session bean with marks on its class and on a method. */
@Stateless
@Path("matrix/stateless")
@MgsSigned
public class StatelessResource {

  /** For the container. */
  public StatelessResource() {}

  @POST
  public String post(String body) {
    return Reached.by(body);
  }

  @POST
  @Path("marked")
  @MgsSigned
  public String marked(String body) {
    return Reached.by(body);
  }
}
