package io.github.mgsjaxrs.filter;

import io.github.mgsjaxrs.internal.enforcement.Exchange;
import io.github.mgsjaxrs.internal.storage.ResponseRelease;
import jakarta.annotation.Priority;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.WriterInterceptor;
import jakarta.ws.rs.ext.WriterInterceptorContext;
import java.io.IOException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Frees the request's entity once the response is written, where no layer below does. Registered by
 * {@code MgsFeature} or found by scanning; applications do not use it directly.
 */
@Provider
@Priority(Integer.MIN_VALUE)
public class EntityRelease implements ContainerResponseFilter, WriterInterceptor {

  private final ResponseRelease release = new ResponseRelease(EntityRelease::held);

  /** For the JAX-RS runtime. */
  public EntityRelease() {}

  private static ResponseRelease.@Nullable Held held(
      Function<String, @Nullable Object> properties) {
    Exchange exchange = Exchange.of(properties);
    return exchange == null || exchange.freedBelow() ? null : exchange;
  }

  @Override
  public void filter(ContainerRequestContext request, ContainerResponseContext response) {
    release.filter(request, response);
  }

  @Override
  public void aroundWriteTo(WriterInterceptorContext context) throws IOException {
    release.aroundWriteTo(context);
  }
}
