package io.github.mgsjaxrs.quarkusrest;

import io.github.mgsjaxrs.conformance.matrix.resources.EntityResources;
import io.github.mgsjaxrs.conformance.matrix.resources.Fingerprint;
import io.github.mgsjaxrs.conformance.matrix.resources.Reached;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;
import java.util.List;

/**
 * {@link EntityResources.OpenEntities}, whose stream is read on a worker thread whatever the
 * application says: Quarkus lets nobody wait for bytes on the event loop.
 */
@Path("matrix/open-entity")
@Produces("text/plain;charset=UTF-8")
public class OpenEntities {

  /** For the runtime. */
  public OpenEntities() {}

  /**
   * Takes a stream.
   *
   * @param ticket the request's ticket
   * @param body what came
   * @return its fingerprint
   */
  @POST
  @Path("stream")
  @Blocking
  public String stream(@HeaderParam(Reached.TICKET) String ticket, InputStream body) {
    Reached.by(ticket);
    return Fingerprint.of(body);
  }

  /**
   * Takes a field.
   *
   * @param ticket the request's ticket
   * @param name its values
   * @return their fingerprint
   */
  @POST
  @Path("param")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public String param(
      @HeaderParam(Reached.TICKET) String ticket, @FormParam("name") List<String> name) {
    Reached.by(ticket);
    return Fingerprint.of(name);
  }
}
