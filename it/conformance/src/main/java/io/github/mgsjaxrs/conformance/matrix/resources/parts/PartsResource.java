package io.github.mgsjaxrs.conformance.matrix.resources.parts;

import io.github.mgsjaxrs.MgsSigned;
import io.github.mgsjaxrs.conformance.matrix.resources.Fingerprint;
import io.github.mgsjaxrs.conformance.matrix.resources.Reached;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.EntityPart;
import jakarta.ws.rs.core.MediaType;
import java.util.List;

/** Takes the parts of {@code multipart/form-data}, and answers the fingerprint of one of them. */
@Path("matrix/parts")
@MgsSigned
@Consumes(MediaType.MULTIPART_FORM_DATA)
@Produces("text/plain;charset=UTF-8")
public class PartsResource {

  /** Resources are created for each request. */
  public PartsResource() {}

  @POST
  @Path("list")
  public String list(@HeaderParam(Reached.TICKET) String ticket, List<EntityPart> parts) {
    Reached.by(ticket);
    return parts.stream()
        .filter(part -> "name".equals(part.getName()))
        .map(part -> Fingerprint.of(part.getContent()))
        .findFirst()
        .orElse("no part");
  }

  @POST
  @Path("param")
  public String param(
      @HeaderParam(Reached.TICKET) String ticket, @FormParam("name") EntityPart part) {
    Reached.by(ticket);
    return Fingerprint.of(part.getContent());
  }
}
