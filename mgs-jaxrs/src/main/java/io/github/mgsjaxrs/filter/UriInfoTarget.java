package io.github.mgsjaxrs.filter;

import jakarta.ws.rs.container.ContainerRequestContext;
import java.net.URI;

/**
 * The last resort: the request URI of JAX-RS. On Jersey outside of a servlet container it is as it
 * was sent; other runtimes normalise it and are read through a source of their own.
 */
final class UriInfoTarget implements RawTarget {

  @Override
  public RequestLine of(ContainerRequestContext context) {
    URI uri = context.getUriInfo().getRequestUri();
    return new RequestLine(uri.getRawPath(), uri.getRawQuery(), false);
  }
}
