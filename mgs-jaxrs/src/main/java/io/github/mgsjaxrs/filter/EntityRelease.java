package io.github.mgsjaxrs.filter;

import jakarta.annotation.Priority;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.WriterInterceptor;
import jakarta.ws.rs.ext.WriterInterceptorContext;
import java.io.IOException;

/**
 * Frees the request's entity once the response is written. A response filter alone would be too
 * early: a {@code StreamingOutput} may still copy the request.
 */
@Provider
@Priority(Integer.MIN_VALUE)
public class EntityRelease implements ContainerResponseFilter, WriterInterceptor {

  /** For the JAX-RS runtime. */
  public EntityRelease() {}

  @Override
  public void filter(ContainerRequestContext request, ContainerResponseContext response) {
    Exchange exchange = Exchange.of(request);
    if (exchange != null && !response.hasEntity()) {
      exchange.complete();
    }
  }

  @Override
  public void aroundWriteTo(WriterInterceptorContext context) throws IOException {
    Exchange exchange = Exchange.of(context::getProperty);
    if (exchange == null) {
      context.proceed();
      return;
    }
    try {
      context.proceed();
    } finally {
      exchange.complete();
    }
  }
}
