package io.github.mgsjaxrs.internal.runtime;

import io.github.mgsjaxrs.internal.request.RequestLine;
import jakarta.ws.rs.container.ContainerRequestContext;
import java.net.URI;

/**
 * The last resort: the request URI of JAX-RS. On Jersey outside of a servlet container it is as it
 * was sent; other runtimes normalise it and are read through a source of their own.
 */
public final class UriInfoAdapter implements RuntimeAdapter {

  @Override
  public boolean tellsProtocol() {
    return false;
  }

  @Override
  public RequestLine of(ContainerRequestContext context) {
    URI uri = context.getUriInfo().getRequestUri();
    String fragment = uri.getRawFragment();
    String query = uri.getRawQuery();
    // what was sent has it, and resources may see it
    return new RequestLine(
        uri.getRawPath(),
        fragment == null ? query : (query == null ? "" : query) + "#" + fragment,
        false);
  }
}
