package io.github.mgsjaxrs.conformance.matrix.resources.servlet;

import io.github.mgsjaxrs.MgsSigned;
import io.github.mgsjaxrs.conformance.matrix.resources.Fingerprint;
import io.github.mgsjaxrs.conformance.matrix.resources.FormReaders;
import io.github.mgsjaxrs.conformance.matrix.resources.Reached;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Goes past Jakarta REST to the servlet request. */
@Path("matrix/servlet")
@MgsSigned
@Produces("text/plain;charset=UTF-8")
public class ServletResource {

  /** Resources are created for each request. */
  public ServletResource() {}

  @POST
  @Path("stream")
  public String stream(
      @HeaderParam(Reached.TICKET) String ticket, @Context HttpServletRequest request)
      throws IOException {
    Reached.by(ticket);
    return Fingerprint.of(request.getInputStream());
  }

  @POST
  @Path("reader")
  public String reader(
      @HeaderParam(Reached.TICKET) String ticket, @Context HttpServletRequest request)
      throws IOException {
    Reached.by(ticket);
    StringWriter text = new StringWriter();
    request.getReader().transferTo(text);
    return Fingerprint.of(text.toString().getBytes(StandardCharsets.ISO_8859_1));
  }

  @POST
  @Path("fields")
  public String fields(
      @HeaderParam(Reached.TICKET) String ticket, @Context HttpServletRequest request) {
    Reached.by(ticket);
    Map<String, List<String>> fields = new TreeMap<>();
    request.getParameterMap().forEach((name, values) -> fields.put(name, List.of(values)));
    return "fields " + FormReaders.escaped(fields);
  }

  @GET
  @Path("query")
  public String query(
      @HeaderParam(Reached.TICKET) String ticket, @Context HttpServletRequest request) {
    return fields(ticket, request);
  }

  @POST
  @Path("query")
  public String queryBesideABody(
      @HeaderParam(Reached.TICKET) String ticket, @Context HttpServletRequest request) {
    return fields(ticket, request);
  }

  @POST
  @Path("parameter")
  public String parameter(
      @HeaderParam(Reached.TICKET) String ticket, @Context HttpServletRequest request) {
    Reached.by(ticket);
    return Fingerprint.of(
        Optional.ofNullable(request.getParameterValues("name")).map(List::of).orElse(List.of()));
  }
}
