package io.github.mgsjaxrs.jersey;

import io.github.mgsjaxrs.Coverage;
import io.github.mgsjaxrs.MgsSigned;
import io.github.mgsjaxrs.MgsUnsigned;
import io.github.mgsjaxrs.conformance.echo.CallsResource;
import io.github.mgsjaxrs.conformance.echo.SignedEcho;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.SecurityContext;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.glassfish.jersey.server.ResourceConfig;

/** Applications of a few lines, for settings that the echo application cannot show. */
final class SmallApplications {

  /** The bodies, or paths, that reached a resource. */
  private static final Set<String> REACHED = ConcurrentHashMap.newKeySet();

  private SmallApplications() {}

  static String reach(String body) {
    REACHED.add(body);
    return body;
  }

  static boolean reached(String body) {
    return REACHED.contains(body);
  }

  static ResourceConfig pathScope() {
    return new ResourceConfig(Api.class, Other.class, CallsResource.class);
  }

  static ResourceConfig ofTeams() {
    return new ResourceConfig(TeamA.class, AnyTeam.class, StrictTeam.class, CallsResource.class);
  }

  static ResourceConfig echoAlone() {
    return new ResourceConfig(SignedEcho.class, CallsResource.class);
  }

  /** Without any mark: protected by its path alone. */
  @Path("api")
  public static class Api {
    @GET
    @Path("x")
    public String get() {
      return reach("api");
    }

    @POST
    @Path("x")
    public String post(String body) {
      return reach(body);
    }

    @GET
    @Path("caller")
    public String caller(@Context SecurityContext security) {
      return security.getAuthenticationScheme() + " " + security.getUserPrincipal().getName();
    }

    @GET
    @Path("unsigned")
    @MgsUnsigned
    public String unsigned() {
      return reach("api");
    }

    @POST
    @Path("orders/{id}")
    public String orders(String body) {
      return reach(body);
    }

    @GET
    @Path("health")
    public String health() {
      return "healthy";
    }
  }

  /** Outside of the protected paths. */
  @Path("other")
  public static class Other {
    @GET
    public String get() {
      return "other";
    }
  }

  /** For one key only. */
  @Path("team-a")
  @MgsSigned(keys = "team.a/orders")
  public static class TeamA {
    @POST
    public String post(String body) {
      return reach(body);
    }

    @POST
    @Path("two")
    @MgsSigned(keys = {"team.a/orders", "team.b/orders"})
    public String two(String body) {
      return reach(body);
    }
  }

  /** For every key. */
  @Path("any-team")
  @MgsSigned
  public static class AnyTeam {
    @POST
    public String post(String body) {
      return reach(body);
    }
  }

  /** Refuses what a signature does not cover, whatever the setting. */
  @Path("strict")
  @MgsSigned(coverage = Coverage.STRICT)
  public static class StrictTeam {
    @POST
    public String post(String body) {
      return reach(body);
    }

    @DELETE
    public String delete(String body) {
      return reach(body);
    }
  }
}
