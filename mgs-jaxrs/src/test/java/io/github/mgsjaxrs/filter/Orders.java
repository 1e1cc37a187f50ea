package io.github.mgsjaxrs.filter;

import io.github.mgsjaxrs.Coverage;
import io.github.mgsjaxrs.MgsSigned;
import io.github.mgsjaxrs.MgsUnsigned;
import io.github.mgsjaxrs.VerifiedCaller;
import io.github.mgsjaxrs.testing.LocalJersey;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.SecurityContext;
import java.io.IOException;
import java.io.InputStream;
import java.security.Principal;

/** Resources that tell what reached them. */
@Path("orders")
@MgsSigned
public class Orders {

  @GET
  public String get(@Context SecurityContext security) {
    return caller(security);
  }

  static String caller(SecurityContext security) {
    Principal principal = security.getUserPrincipal();
    return principal instanceof VerifiedCaller caller
        ? caller.keyId()
            + " by "
            + caller.algorithm()
            + " in "
            + security.getAuthenticationScheme()
            + ", secure "
            + security.isSecure()
            + ", admin "
            + security.isUserInRole("admin")
        : "nobody";
  }

  @POST
  public String post(InputStream body) throws IOException {
    byte[] first = body.readAllBytes();
    body.reset();
    return "read " + first.length + " and " + new String(body.readAllBytes());
  }

  @PUT
  public byte[] put(byte[] body) {
    return body;
  }

  @DELETE
  public String delete(String body) {
    return "deleted " + body;
  }

  @POST
  @Path("form")
  @Consumes(LocalJersey.FORM)
  public String form(MultivaluedMap<String, String> form) {
    return "fields " + form;
  }

  @GET
  @Path("open")
  @MgsUnsigned
  public String open(@Context SecurityContext security) {
    return caller(security);
  }

  @GET
  @Path("only-refunds")
  @MgsSigned(keys = "refunds")
  public String onlyRefunds() {
    return "refunded";
  }

  @GET
  @Path("strict")
  @MgsSigned(coverage = Coverage.STRICT)
  public String strict() {
    return "strictly";
  }

  @DELETE
  @Path("lenient")
  @MgsSigned(coverage = Coverage.PROTOCOL)
  public String lenient(String body) {
    return "deleted " + body;
  }

  @Path("items/{id}")
  public Item item(@PathParam("id") String id) {
    return new Item();
  }

  /** Has no mark of its own. */
  public static class Item {
    @GET
    public String get() {
      return "item";
    }
  }
}
