package io.github.mgsjaxrs.wildfly.inside;

import io.github.mgsjaxrs.MgsSigned;
import io.github.mgsjaxrs.conformance.matrix.resources.Reached;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.core.InternalDispatcher;

/**
 * Resources that RESTEasy is made to ask for by itself; they remember their calls. They are there
 * on every thread, also where no request has a context.
 */
public final class InsideResources {

  /** What a resource answers that was reached. */
  public static final String SERVED = "served";

  private InsideResources() {}

  private static String served(String ticket) {
    Reached.by(ticket);
    return SERVED;
  }

  /** Without a mark: asks RESTEasy's own dispatcher for another resource. */
  @Path("asking")
  @ApplicationScoped
  public static class Asking {

    /** The status and the entity of the other resource's answer. */
    @GET
    public String ask(@QueryParam("target") String target) {
      try (Response answer = InternalDispatcher.getInstance().getResponse(target)) {
        return answer.getStatus() + " " + answer.getEntity();
      }
    }
  }

  /** Protected. */
  @Path("closed")
  @ApplicationScoped
  @MgsSigned
  public static class Closed {

    @GET
    public String get(@QueryParam(Reached.PARAMETER) String ticket) {
      return served(ticket);
    }

    /** Leads to what has no mark of its own. */
    @Path("sub")
    public Open sub() {
      return new Open();
    }
  }

  /** Not protected. */
  @Path("open")
  @ApplicationScoped
  public static class Open {

    @GET
    public String get(@QueryParam(Reached.PARAMETER) String ticket) {
      return served(ticket);
    }
  }

  /** Without a mark, below a path that a setting protects. */
  @Path("guarded")
  @ApplicationScoped
  public static class Guarded {

    @GET
    public String get(@QueryParam(Reached.PARAMETER) String ticket) {
      return served(ticket);
    }
  }
}
