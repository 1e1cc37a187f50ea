package io.github.mgsjaxrs.conformance.patch;

import io.github.mgsjaxrs.Coverage;
import io.github.mgsjaxrs.MgsSigned;
import io.github.mgsjaxrs.conformance.matrix.resources.Reached;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;

/** Documents whose patch has no mark; the methods that read them remember their calls. */
public final class DocumentResources {

  /** What only the reading methods know. */
  static final String OWNER = "the owner";

  private DocumentResources() {}

  private static Document read(String ticket) {
    Reached.by(ticket);
    return new Document("as it was", OWNER);
  }

  /** A document that only the gateway may read. */
  @Path("documents/closed")
  @Produces(MediaType.APPLICATION_JSON)
  public static class Closed {

    // the body of a PATCH is not covered by a signature
    @GET
    @MgsSigned(coverage = Coverage.PROTOCOL)
    public Document get(@QueryParam(Reached.PARAMETER) String ticket) {
      return read(ticket);
    }

    @PATCH
    @Consumes({
      MediaType.APPLICATION_JSON_PATCH_JSON,
      "application/merge-patch+json",
      MediaType.APPLICATION_JSON
    })
    public Document patch(Document patched) {
      return patched;
    }
  }

  /** The same, whose patch takes the document as it is written. */
  @Path("documents/closed-text")
  @Produces(MediaType.APPLICATION_JSON)
  public static class ClosedText {

    @GET
    @MgsSigned(coverage = Coverage.PROTOCOL)
    public Document get(@QueryParam(Reached.PARAMETER) String ticket) {
      return read(ticket);
    }

    @PATCH
    @Consumes({MediaType.APPLICATION_JSON_PATCH_JSON, "application/merge-patch+json"})
    public String patch(String patched) {
      return patched;
    }
  }

  /** A document that anybody may read. */
  @Path("documents/open")
  @Produces(MediaType.APPLICATION_JSON)
  public static class Open {

    @GET
    public Document get(@QueryParam(Reached.PARAMETER) String ticket) {
      return read(ticket);
    }

    @PATCH
    @Consumes({MediaType.APPLICATION_JSON_PATCH_JSON, "application/merge-patch+json"})
    public Document patch(Document patched) {
      return patched;
    }
  }
}
