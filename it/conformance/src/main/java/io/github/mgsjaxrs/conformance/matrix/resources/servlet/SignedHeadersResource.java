package io.github.mgsjaxrs.conformance.matrix.resources.servlet;

import io.github.mgsjaxrs.ApiGatewaySigned;
import io.github.mgsjaxrs.conformance.echo.ApiGatewayEcho;
import io.github.mgsjaxrs.conformance.echo.EchoCalls;
import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/** What the servlet request has of the headers that API Gateway listed, as the echo tells it. */
@Path("apigw-servlet")
@ApiGatewaySigned
@Produces("application/json")
public class SignedHeadersResource {

  private static final String LIST = "X-Ca-Proxy-Signature-Headers";

  /** Resources are created for each request. */
  public SignedHeadersResource() {}

  @GET
  public String get(
      @HeaderParam(EchoCalls.TICKET) String ticket, @Context HttpServletRequest request) {
    return listed(ticket, request);
  }

  @POST
  public String post(
      @HeaderParam(EchoCalls.TICKET) String ticket, @Context HttpServletRequest request) {
    return listed(ticket, request);
  }

  private static String listed(String ticket, HttpServletRequest request) {
    EchoCalls.remember(ticket, ApiGatewayEcho.NAME);
    JsonObjectBuilder listed = Json.createObjectBuilder();
    String list = request.getHeader(LIST);
    for (String name : list == null || list.isEmpty() ? new String[0] : list.split(",", -1)) {
      List<String> values = Collections.list(request.getHeaders(name.strip()));
      if (!values.isEmpty()) {
        listed.add(name.strip().toLowerCase(Locale.ROOT), String.join("|", values));
      }
    }
    return Json.createObjectBuilder().add("listed", listed).build().toString();
  }
}
