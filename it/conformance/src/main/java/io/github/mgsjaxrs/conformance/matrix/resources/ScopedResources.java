package io.github.mgsjaxrs.conformance.matrix.resources;

import io.github.mgsjaxrs.MgsUnsigned;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;

/** Without any mark: protected by their path alone, by {@link MatrixResources#settings}. */
public final class ScopedResources {

  private ScopedResources() {}

  /** Below the protected path. */
  @Path("matrix/api")
  public static class Api {
    @POST
    @Path("x")
    public String post(String body) {
      return Reached.by(body);
    }

    @GET
    @Path("x")
    public String get(@QueryParam(Reached.PARAMETER) String ticket) {
      return Reached.by(ticket);
    }

    @POST
    @Path("unsigned")
    @MgsUnsigned
    public String unsigned(String body) {
      return Reached.by(body);
    }

    @POST
    @Path("health")
    public String health(String body) {
      return Reached.by(body);
    }

    @POST
    @Path("orders/{id}")
    public String order(String body) {
      return Reached.by(body);
    }

    @Path("sub")
    public Plain sub() {
      return new Plain();
    }
  }

  /** Protected, and matches nearly everything below. */
  @Path("matrix/wild")
  public static class Wild {
    @POST
    public String root(String body) {
      return Reached.by(body);
    }

    @POST
    @Path("{one}")
    public String one(String body) {
      return Reached.by(body);
    }

    @POST
    @Path("{one}/{two}")
    public String two(String body) {
      return Reached.by(body);
    }
  }

  /** Protected by a pattern without an asterisk. */
  @Path("matrix/exact")
  public static class Exact {
    @POST
    public String post(String body) {
      return Reached.by(body);
    }
  }

  /** Outside of the protected path. */
  @Path("matrix/open")
  public static class Open {
    @POST
    @Path("x")
    public String post(String body) {
      return Reached.by(body);
    }
  }
}
