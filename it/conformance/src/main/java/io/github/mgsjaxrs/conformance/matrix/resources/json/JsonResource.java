package io.github.mgsjaxrs.conformance.matrix.resources.json;

import io.github.mgsjaxrs.MgsSigned;
import io.github.mgsjaxrs.conformance.matrix.resources.Fingerprint;
import io.github.mgsjaxrs.conformance.matrix.resources.Reached;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;

/** Takes an object that the runtime's JSON provider reads. */
@Path("matrix/json")
@MgsSigned
@Consumes(MediaType.APPLICATION_JSON)
@Produces("text/plain;charset=UTF-8")
public class JsonResource {

  /** Resources are created for each request. */
  public JsonResource() {}

  /** Read from {@code {"name": "…"}}. */
  public static class Named {
    private String name = "";

    public String getName() {
      return name;
    }

    public void setName(String name) {
      this.name = name;
    }
  }

  @POST
  public String post(@HeaderParam(Reached.TICKET) String ticket, Named body) {
    Reached.by(ticket);
    return Fingerprint.of(List.of(body.getName()));
  }
}
