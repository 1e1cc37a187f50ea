package io.github.mgsjaxrs.conformance.echo;

import io.github.mgsjaxrs.MgsRpcSigned;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;

/**
 * The paths {@code /mgw} and {@code /mgw/*}, for what was signed by one scheme. The build writes
 * the echo of each further scheme after this class.
 */
@Path("mgw{any: (/.*)?}")
@MgsRpcSigned
public class RpcEcho extends Echo {

  /** What it answers with as {@code resource}. */
  public static final String NAME = "rpc";

  /** Resources are created for each request. */
  public RpcEcho() {
    super(NAME);
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
   * Answers POST.
   *
   * @param body the body, read to its end
   * @return what was seen
   */
  @POST
  public Response post(InputStream body) {
    return with(body);
  }

  /**
   * Answers PUT.
   *
   * @param body the body, read to its end
   * @return what was seen
   */
  @PUT
  public Response put(InputStream body) {
    return with(body);
  }

  /**
   * Answers DELETE.
   *
   * @param body the body, read to its end
   * @return what was seen
   */
  @DELETE
  public Response delete(InputStream body) {
    return with(body);
  }

  /**
   * Answers PATCH.
   *
   * @param body the body, read to its end
   * @return what was seen
   */
  @PATCH
  public Response patch(InputStream body) {
    return with(body);
  }
}
