package io.github.mgsjaxrs.conformance.rewriting;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.Application;
import jakarta.ws.rs.ext.Provider;
import java.net.URI;

/** Has a path of its own, which what its filter writes need not begin with. */
@ApplicationPath("api")
public class RewritingApplication extends Application {

  /** Where the filter sends a request. */
  static final String TO = "Rewrite-To";

  static final String OPEN = "open";
  static final String SERVED = "served";

  /** For the runtime. */
  public RewritingApplication() {}

  /** Nobody protects it. */
  @Path("open")
  @Produces("text/plain")
  public static class Open {

    /** For the runtime. */
    public Open() {}

    @GET
    public String get() {
      return OPEN;
    }
  }

  /** Protected by its path. */
  @Path("one")
  @Produces("text/plain")
  public static class One {

    /** For the runtime. */
    public One() {}

    @GET
    public String get() {
      return SERVED;
    }
  }

  /** Protected by the path above it. */
  @Path("shut/{below: .*}")
  @Produces("text/plain")
  public static class Shut {

    /** For the runtime. */
    public Shut() {}

    @GET
    public String get(@PathParam("below") String below) {
      return SERVED;
    }
  }

  /** Sends a request wherever it asks for. */
  @Provider
  @PreMatching
  public static class Rewriting implements ContainerRequestFilter {

    /** For the runtime. */
    public Rewriting() {}

    @Override
    public void filter(ContainerRequestContext context) {
      String to = context.getHeaderString(TO);
      if (to != null) {
        context.setRequestUri(URI.create(to));
      }
    }
  }
}
