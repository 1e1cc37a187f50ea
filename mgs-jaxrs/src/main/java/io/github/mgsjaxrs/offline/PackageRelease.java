package io.github.mgsjaxrs.offline;

import jakarta.annotation.Priority;
import jakarta.ws.rs.ConstrainedTo;
import jakarta.ws.rs.RuntimeType;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import jakarta.ws.rs.ext.WriterInterceptor;
import jakarta.ws.rs.ext.WriterInterceptorContext;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;

/**
 * Closes the package that came with a request once the response is written. A response filter alone
 * would be too early: a {@code StreamingOutput} may still read it. Where a response is never
 * written, the package is freed when nobody refers to it any more.
 */
@Provider
@ConstrainedTo(RuntimeType.SERVER)
@Priority(Integer.MIN_VALUE)
public class PackageRelease
    implements ReaderInterceptor, ContainerResponseFilter, WriterInterceptor {

  private static final String PROPERTY = "io.github.mgsjaxrs.offline.package";
  private static final String IN_PIECES = "org.glassfish.jersey.server.ChunkedOutput";

  /** For the JAX-RS runtime. */
  public PackageRelease() {}

  @Override
  public @Nullable Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
    Object entity = context.proceed();
    if (entity instanceof VerifiedPackage verified) {
      context.setProperty(PROPERTY, verified);
    }
    return entity;
  }

  @Override
  public void filter(ContainerRequestContext request, ContainerResponseContext response) {
    if (!(request.getProperty(PROPERTY) instanceof VerifiedPackage verified)) {
      return;
    }
    if (!response.hasEntity()) {
      verified.responseWritten();
    } else if (comesInPieces(response.getEntity())) {
      request.removeProperty(PROPERTY);
      response.setEntityStream(new Last(response.getEntityStream(), verified));
    }
  }

  /** Jersey writes each piece alone, and closes the stream after the last one. */
  private static boolean comesInPieces(@Nullable Object entity) {
    Class<?> type = entity == null ? null : entity.getClass();
    while (type != null && !type.getName().equals(IN_PIECES)) {
      type = type.getSuperclass();
    }
    return type != null;
  }

  @Override
  public void aroundWriteTo(WriterInterceptorContext context) throws IOException {
    try {
      context.proceed();
    } finally {
      if (context.getProperty(PROPERTY) instanceof VerifiedPackage verified) {
        verified.responseWritten();
      }
    }
  }

  /** The stream of an answer in pieces. */
  private static final class Last extends FilterOutputStream {

    private final VerifiedPackage read;

    Last(OutputStream out, VerifiedPackage read) {
      super(out);
      this.read = read;
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
        read.responseWritten();
      }
    }
  }
}
