package io.github.mgsjaxrs.conformance.matrix.resources;

import io.github.mgsjaxrs.Coverage;
import io.github.mgsjaxrs.MgsSigned;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.OPTIONS;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.AsyncResponse;
import jakarta.ws.rs.container.Suspended;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Marks of a class and of its methods; {@link InheritedMarks} has those of supertypes. */
public final class MarkResources {

  private MarkResources() {}

  /** Marked on some of its methods. */
  @Path("matrix/on-method")
  public static class OnMethod {
    @POST
    @Path("marked")
    @MgsSigned
    public String marked(String body) {
      return Reached.by(body);
    }

    @GET
    @Path("marked")
    @MgsSigned
    public String get(@QueryParam(Reached.PARAMETER) String ticket) {
      return Reached.by(ticket);
    }

    @OPTIONS
    @Path("options")
    @MgsSigned
    public String options(@QueryParam(Reached.PARAMETER) String ticket) {
      return Reached.by(ticket);
    }

    @POST
    @Path("plain")
    public String plain(String body) {
      return Reached.by(body);
    }
  }

  /** Marked as a whole. */
  @Path("matrix/on-class")
  @MgsSigned
  public static class OnClass {
    @POST
    public String post(String body) {
      return Reached.by(body);
    }

    @PUT
    public String put(String body) {
      return Reached.by(body);
    }

    @GET
    public String get(@QueryParam(Reached.PARAMETER) String ticket) {
      return Reached.by(ticket);
    }

    @DELETE
    public String delete(@QueryParam(Reached.PARAMETER) String ticket) {
      return Reached.by(ticket);
    }

    @PATCH
    public String patch(@QueryParam(Reached.PARAMETER) String ticket) {
      return Reached.by(ticket);
    }

    @POST
    @Path("{rest: .+}")
    public String below(String body) {
      return Reached.by(body);
    }
  }

  /** Answered by another thread, or later. */
  @Path("matrix/async")
  @MgsSigned
  public static class Asynchronous {
    @POST
    @Path("stage")
    public CompletionStage<String> stage(String body) {
      return CompletableFuture.supplyAsync(() -> Reached.by(body));
    }

    @POST
    @Path("suspended")
    public void suspended(String body, @Suspended AsyncResponse response) {
      CompletableFuture.runAsync(() -> response.resume(Reached.by(body)));
    }
  }

  /** Only some keys, and another coverage. */
  @Path("matrix/members")
  @MgsSigned
  public static class Members {
    @POST
    @Path("team-a")
    @MgsSigned(keys = "team.a/orders")
    public String teamA(String body) {
      return Reached.by(body);
    }

    @POST
    @Path("strict")
    @MgsSigned(coverage = Coverage.STRICT)
    public String strict(String body) {
      return Reached.by(body);
    }
  }
}
