package io.github.mgsjaxrs.filter;

import io.github.mgsjaxrs.MgsSigned;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.OPTIONS;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.SecurityContext;

/** Resources without a mark, but for one method. */
@Path("catalog")
public class Catalog {

  @GET
  public String get(@Context SecurityContext security) {
    return Orders.caller(security);
  }

  @POST
  public String post(String body) {
    return "posted " + body;
  }

  @GET
  @Path("marked")
  @MgsSigned(keys = {"orders", "refunds"})
  public String marked() {
    return "marked";
  }

  @OPTIONS
  @Path("own-options")
  public String options() {
    return "options";
  }
}
