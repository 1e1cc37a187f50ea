package io.github.mgsjaxrs.quarkusrest;

import io.github.mgsjaxrs.conformance.echo.SignedEcho;
import io.smallrye.common.annotation.NonBlocking;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;

/**
 * {@link SignedEcho} on the event loop. Its methods stand here once more, as Quarkus REST does not
 * call those of another package's class.
 */
@Path("nonblocking{any: (/.*)?}")
@NonBlocking
public class NonBlockingEcho extends SignedEcho {

  /** For the runtime. */
  public NonBlockingEcho() {}

  @Override
  @GET
  public Response get() {
    return super.get();
  }

  @Override
  @POST
  public Response post(InputStream body) {
    return super.post(body);
  }

  @Override
  @PUT
  public Response put(InputStream body) {
    return super.put(body);
  }

  @Override
  @DELETE
  public Response delete(InputStream body) {
    return super.delete(body);
  }

  @Override
  @PATCH
  public Response patch(InputStream body) {
    return super.patch(body);
  }
}
