package io.github.mgsjaxrs.filter;

import jakarta.annotation.Priority;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.WriterInterceptor;
import jakarta.ws.rs.ext.WriterInterceptorContext;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;

/**
 * Frees the request's entity once the response is written, where no layer below does. A response
 * filter alone would be too early: a {@code StreamingOutput} may still copy the request.
 */
@Provider
@Priority(Integer.MIN_VALUE)
public class EntityRelease implements ContainerResponseFilter, WriterInterceptor {

  /** Jersey's answers in pieces, server-sent events among them, and each piece is written alone. */
  private static final String IN_PIECES = "org.glassfish.jersey.server.ChunkedOutput";

  /** For the JAX-RS runtime. */
  public EntityRelease() {}

  @Override
  public void filter(ContainerRequestContext request, ContainerResponseContext response) {
    Exchange exchange = Exchange.of(request);
    if (exchange == null || exchange.freedBelow()) {
      return;
    }
    if (!response.hasEntity()) {
      exchange.complete();
    } else if (comesInPieces(response.getEntity())) {
      exchange.freedBelow(true);
      response.setEntityStream(new Last(response.getEntityStream(), exchange));
    }
  }

  /** Whether each piece is written alone, and the stream closed after the last one. */
  static boolean comesInPieces(@Nullable Object entity) {
    Class<?> type = entity == null ? null : entity.getClass();
    while (type != null && !type.getName().equals(IN_PIECES)) {
      type = type.getSuperclass();
    }
    return type != null;
  }

  @Override
  public void aroundWriteTo(WriterInterceptorContext context) throws IOException {
    Exchange exchange = Exchange.of(context::getProperty);
    if (exchange == null || exchange.freedBelow()) {
      context.proceed();
      return;
    }
    try {
      context.proceed();
    } finally {
      exchange.complete();
    }
  }

  /** The stream of an answer, which the runtime closes after the last piece. */
  private static final class Last extends FilterOutputStream {

    private final Exchange exchange;

    Last(OutputStream out, Exchange exchange) {
      super(out);
      this.exchange = exchange;
    }

    @Override
    public void write(byte[] bytes, int from, int count) throws IOException {
      out.write(bytes, from, count); // the superclass would write them one by one
    }

    @Override
    public void close() throws IOException {
      try {
        super.close();
      } finally {
        exchange.complete();
      }
    }
  }
}
