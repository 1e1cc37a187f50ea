package io.github.mgsjaxrs.conformance.enterprise.beans;

import io.github.mgsjaxrs.MgsSigned;
import io.github.mgsjaxrs.conformance.matrix.resources.Reached;
import jakarta.ejb.Stateless;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;

/** A session bean that is a marked resource itself. */
@Stateless
@Path("stock-bean")
@MgsSigned
public class StockResource {

  /** For the container. */
  public StockResource() {}

  @GET
  public String get(@QueryParam(Reached.PARAMETER) String ticket) {
    return Reached.by(ticket);
  }
}
