package io.github.mgsjaxrs.conformance.dispatch.application;

import io.github.mgsjaxrs.Coverage;
import io.github.mgsjaxrs.MgsSigned;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Application;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.PathSegment;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Map;

/** Tells all parameters that a method can read, and who read them. */
@ApplicationPath("api")
public class DispatchingApplication extends Application {

  /** For the runtime. */
  public DispatchingApplication() {}

  /** Served as it was signed. */
  @Path("read")
  @Produces("text/plain")
  @MgsSigned
  public static class Reader {

    /** For the runtime. */
    public Reader() {}

    @GET
    public String get(
        @Context UriInfo uriInfo,
        @Context HttpServletRequest request,
        @QueryParam("a") List<String> a) {
      return told(uriInfo, request, a);
    }

    @POST
    @Consumes("application/x-www-form-urlencoded")
    public String form(
        @Context UriInfo uriInfo,
        @Context HttpServletRequest request,
        @QueryParam("a") List<String> a,
        MultivaluedMap<String, String> form) {
      return told("form", form) + told(uriInfo, request, a);
    }

    @POST
    @Consumes("application/json")
    public String text(
        @Context UriInfo uriInfo,
        @Context HttpServletRequest request,
        @QueryParam("a") List<String> a,
        String text) {
      return told(uriInfo, request, a);
    }

    private static String told(UriInfo uriInfo, HttpServletRequest request, List<String> a) {
      StringBuilder told = new StringBuilder("read\n");
      told.append(told("uri", uriInfo.getQueryParameters()));
      told.append(told("param", Map.of("a", a)));
      for (PathSegment segment : uriInfo.getPathSegments()) {
        told.append(told("matrix", segment.getMatrixParameters()));
      }
      request.getParameterMap().forEach((name, values) -> told.append(line("map", name, values)));
      return told.toString();
    }

    private static String told(String reader, Map<String, List<String>> parameters) {
      StringBuilder told = new StringBuilder();
      parameters.forEach(
          (name, values) -> told.append(line(reader, name, values.toArray(String[]::new))));
      return told.toString();
    }

    private static String line(String reader, String name, String... values) {
      StringBuilder lines = new StringBuilder();
      for (String value : values) {
        lines.append(reader).append(' ').append(name).append('=').append(value).append('\n');
      }
      return lines.toString();
    }
  }

  /** Served wherever the application sends it. */
  @Path("admitted")
  @Produces("text/plain")
  @MgsSigned(coverage = Coverage.PROTOCOL)
  public static class Admitted extends Reader {

    /** For the runtime. */
    public Admitted() {}
  }
}
