package io.github.mgsjaxrs.conformance.matrix.resources;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** Tells a test in another process what {@link Reached} remembers. */
@Path("matrix/calls")
public class MatrixCalls {

  /** Resources are created for each request. */
  public MatrixCalls() {}

  /** How often a method was called with a ticket. */
  @GET
  @Path("{ticket}")
  @Produces(MediaType.TEXT_PLAIN)
  public String times(@PathParam("ticket") String ticket) {
    return Integer.toString(Reached.times(ticket));
  }
}
