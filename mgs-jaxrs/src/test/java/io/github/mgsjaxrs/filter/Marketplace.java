package io.github.mgsjaxrs.filter;

import io.github.mgsjaxrs.Coverage;
import io.github.mgsjaxrs.KooGallerySigned;
import io.github.mgsjaxrs.MgsSigned;
import io.github.mgsjaxrs.MgsUnsigned;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HEAD;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;

/** Resources that KooGallery calls. */
@Path("koogallery")
@KooGallerySigned
public class Marketplace {

  /** Version 1. */
  @GET
  public String ask(@QueryParam("p1") String first, @Context SecurityContext security) {
    return security.getUserPrincipal().getName()
        + " by "
        + security.getAuthenticationScheme()
        + ": "
        + first;
  }

  /** Version 2. */
  @POST
  public String tell(String body, @Context SecurityContext security) {
    return security.getUserPrincipal().getName() + ": " + body;
  }

  /** A method that neither version has. */
  @PUT
  public String put(String body) {
    return "put " + body;
  }

  /** An answer without a body. */
  @HEAD
  @Path("head")
  public Response head() {
    return Response.noContent().build();
  }

  /** All has to be covered. */
  @GET
  @Path("strict")
  @KooGallerySigned(coverage = Coverage.STRICT)
  public String strict() {
    return "strict";
  }

  /** What the protocol admits is admitted. */
  @PUT
  @Path("protocol")
  public String protocol(String body) {
    return "protocol " + body;
  }

  /** One key alone. */
  @GET
  @Path("next")
  @KooGallerySigned(keys = "next")
  public String next() {
    return "next";
  }

  /** A key that is none of KooGallery's. */
  @GET
  @Path("nobody")
  @KooGallerySigned(keys = "nobody")
  public String nobody() {
    return "nobody";
  }

  /** Open to all. */
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
}
