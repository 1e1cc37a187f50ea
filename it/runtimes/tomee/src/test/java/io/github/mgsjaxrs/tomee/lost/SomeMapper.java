package io.github.mgsjaxrs.tomee.lost;

import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;

/** Any provider that is not ours. */
public class SomeMapper implements ExceptionMapper<IllegalStateException> {

  @Override
  public Response toResponse(IllegalStateException exception) {
    return Response.status(Response.Status.CONFLICT).build();
  }
}
