package io.github.mgsjaxrs.conformance.echo;

import io.github.mgsjaxrs.KooGallerySigned;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;

/** The paths {@code /koo} and {@code /koo/*}, for what KooGallery signed. */
@Path("koo{any: (/.*)?}")
@KooGallerySigned
public class KooGalleryEcho extends Echo {

  /** What it answers with as {@code resource}. */
  public static final String NAME = "koogallery";

  /** Resources are created for each request. */
  public KooGalleryEcho() {
    super(NAME);
  }

  /**
   * Answers GET, which version 1 sends.
   *
   * @return what was seen
   */
  @GET
  public Response get() {
    return withoutEntity();
  }

  /**
   * Answers POST, which version 2 sends.
   *
   * @param body the body, read to its end
   * @return what was seen
   */
  @POST
  public Response post(InputStream body) {
    return with(body);
  }

  /**
   * Answers PUT, which neither version sends.
   *
   * @param body the body, read to its end
   * @return what was seen
   */
  @PUT
  public Response put(InputStream body) {
    return with(body);
  }
}
