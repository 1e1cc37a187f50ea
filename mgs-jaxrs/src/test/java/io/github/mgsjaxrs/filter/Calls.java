package io.github.mgsjaxrs.filter;

import io.github.mgsjaxrs.Coverage;
import io.github.mgsjaxrs.MgsRpcSigned;
import io.github.mgsjaxrs.MgsSigned;
import io.github.mgsjaxrs.MgsUnsigned;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.SecurityContext;

/** Resources that clients of the gateway call. */
@Path("mgw")
@MgsRpcSigned
public class Calls {

  /** Every operation. */
  @POST
  public String any(String body, @Context SecurityContext security) {
    return security.getUserPrincipal().getName()
        + " by "
        + security.getAuthenticationScheme()
        + ": "
        + body;
  }

  /** Where a method other than POST is served at all. */
  @GET
  @Path("get")
  @MgsRpcSigned(coverage = Coverage.PROTOCOL)
  public String get() {
    return "got";
  }

  /** One operation alone. */
  @POST
  @Path("dispatch")
  @MgsRpcSigned(operationTypes = "alipay.mobile.ic.dispatch", coverage = Coverage.STRICT)
  public String dispatch(String body) {
    return "dispatched " + body;
  }

  /** Another operation. */
  @POST
  @Path("other")
  @MgsRpcSigned(operationTypes = "other.operation")
  public String other() {
    return "other";
  }

  /** No operation is named, and all has to be covered. */
  @POST
  @Path("strict")
  @MgsRpcSigned(coverage = Coverage.STRICT)
  public String strict() {
    return "strict";
  }

  /** One key alone. */
  @POST
  @Path("keyed")
  @MgsRpcSigned(keys = "app-2")
  public String keyed() {
    return "keyed";
  }

  /** Under two schemes, so under none that a request can have. */
  @POST
  @Path("both")
  @MgsSigned
  public String both() {
    return "both";
  }

  /** For everybody. */
  @GET
  @Path("open")
  @MgsUnsigned
  public String open() {
    return "open";
  }
}
