package io.github.mgsjaxrs.filter;

import io.github.mgsjaxrs.ApiGatewaySigned;
import io.github.mgsjaxrs.Coverage;
import io.github.mgsjaxrs.MgsSigned;
import io.github.mgsjaxrs.MgsUnsigned;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.SecurityContext;

/** Resources that API Gateway calls. */
@Path("gateway")
@ApiGatewaySigned
public class GatewayOrders {

  @GET
  public String get(@HeaderParam("X-A") String header, @Context SecurityContext security) {
    return Orders.caller(security) + " " + header;
  }

  @POST
  public String post(String body) {
    return "posted " + body;
  }

  @PUT
  public String put(String body) {
    return "put " + body;
  }

  @DELETE
  public String delete(String body) {
    return "deleted " + body;
  }

  @POST
  @Path("form")
  public String form(@FormParam("a") String field) {
    return "field " + field;
  }

  /** Some headers have to be signed. */
  @GET
  @Path("required")
  @ApiGatewaySigned(requiredHeaders = {"X-A", "x-b"})
  public String required(@HeaderParam("X-A") String header) {
    return "required " + header;
  }

  /** One key alone. */
  @GET
  @Path("other")
  @ApiGatewaySigned(keys = "other")
  public String other() {
    return "other";
  }

  /** No header has this name. */
  @GET
  @Path("wrong")
  @ApiGatewaySigned(requiredHeaders = "no name")
  public String wrong() {
    return "wrong";
  }

  /** All that is seen to be read has to be signed. */
  @GET
  @Path("strict")
  @ApiGatewaySigned(coverage = Coverage.STRICT)
  public String strict(@HeaderParam("X-A") String header, @BeanParam Session session) {
    return "strict " + header + " " + session.id;
  }

  @POST
  @Path("strict")
  @ApiGatewaySigned(coverage = Coverage.STRICT)
  public String strictBody(String body) {
    return "strict " + body;
  }

  @GET
  @Path("open")
  @MgsUnsigned
  public String open() {
    return "open";
  }

  /** Two schemes at once. */
  @GET
  @Path("both")
  @MgsSigned
  public String both() {
    return "both";
  }

  /** What is read of a cookie. */
  public static class Session {
    @CookieParam("session")
    private String id;
  }
}
