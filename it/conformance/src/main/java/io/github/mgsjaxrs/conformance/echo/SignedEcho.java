package io.github.mgsjaxrs.conformance.echo;

import io.github.mgsjaxrs.MgsSigned;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;

/** Every path but those of {@link OpenEcho}, for signed requests only. HEAD is served by GET. */
@Path("{any: .*}")
@MgsSigned
public class SignedEcho extends Echo {

  /** Resources are created for each request. */
  public SignedEcho() {
    super("signed");
  }

  /**
   * Answers GET and HEAD.
   *
   * @return what was seen
   */
  @GET
  public Response get() {
    return withoutEntity();
  }

  /**
   * Answers POST with any body but a form.
   *
   * @param body the body, read to its end
   * @return what was seen
   */
  @POST
  public Response post(InputStream body) {
    return withBody(body);
  }

  /**
   * Answers POST with a form.
   *
   * @param form the fields of the form
   * @return what was seen
   */
  @POST
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response postForm(MultivaluedMap<String, String> form) {
    return withForm(form);
  }

  /**
   * Answers PUT with any body but a form.
   *
   * @param body the body, read to its end
   * @return what was seen
   */
  @PUT
  public Response put(InputStream body) {
    return withBody(body);
  }

  /**
   * Answers PUT with a form.
   *
   * @param form the fields of the form
   * @return what was seen
   */
  @PUT
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response putForm(MultivaluedMap<String, String> form) {
    return withForm(form);
  }

  /**
   * Answers DELETE with any body but a form.
   *
   * @param body the body, read to its end
   * @return what was seen
   */
  @DELETE
  public Response delete(InputStream body) {
    return withBody(body);
  }

  /**
   * Answers DELETE with a form.
   *
   * @param form the fields of the form
   * @return what was seen
   */
  @DELETE
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response deleteForm(MultivaluedMap<String, String> form) {
    return withForm(form);
  }

  /**
   * Answers PATCH with any body but a form.
   *
   * @param body the body, read to its end
   * @return what was seen
   */
  @PATCH
  public Response patch(InputStream body) {
    return withBody(body);
  }

  /**
   * Answers PATCH with a form.
   *
   * @param form the fields of the form
   * @return what was seen
   */
  @PATCH
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response patchForm(MultivaluedMap<String, String> form) {
    return withForm(form);
  }
}
