package io.github.mgsjaxrs.conformance.echo;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** Tells a test in another process what {@link EchoCalls} remembers. For tests only. */
@Path("echo-calls")
public class CallsResource {

  /** Resources are created for each request. */
  public CallsResource() {}

  /**
   * The resources that were called with a ticket.
   *
   * @param ticket the value of the request's header
   * @return their names, joined by commas; "" when none was called
   */
  @GET
  @Path("{ticket}")
  @Produces(MediaType.TEXT_PLAIN)
  public String called(@PathParam("ticket") String ticket) {
    return String.join(",", EchoCalls.of(ticket));
  }
}
