package io.github.mgsjaxrs.internal.storage;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.ext.WriterInterceptor;
import jakarta.ws.rs.ext.WriterInterceptorContext;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Frees what a request holds once its response is written. A response filter alone would be too
 * early: a {@code StreamingOutput} may still copy the request.
 */
public final class ResponseRelease implements ContainerResponseFilter, WriterInterceptor {

  /** Jersey's answers in pieces, server-sent events among them, and each piece is written alone. */
  private static final String IN_PIECES = "org.glassfish.jersey.server.ChunkedOutput";

  private final Function<Function<String, @Nullable Object>, @Nullable Held> finding;

  /**
   * Frees what is found.
   *
   * @param finding finds what has to be freed here among the properties of a request; null if there
   *     is nothing, or somebody else frees it
   */
  public ResponseRelease(Function<Function<String, @Nullable Object>, @Nullable Held> finding) {
    this.finding = finding;
  }

  /** What a request holds. */
  public interface Held {

    /** The property of a request, and the attribute of a servlet's, under which it is found. */
    String PROPERTY = "io.github.mgsjaxrs.exchange";

    /** Frees it; a second time does nothing. */
    void free();

    /** It is freed when the stream of the answer is closed: nobody else has to. */
    void leaveToStream();
  }

  @Override
  public void filter(ContainerRequestContext request, ContainerResponseContext response) {
    Held held = finding.apply(request::getProperty);
    if (held == null) {
      return;
    }
    if (!response.hasEntity()) {
      held.free();
    } else if (comesInPieces(response.getEntity())) {
      held.leaveToStream();
      response.setEntityStream(new Last(response.getEntityStream(), held));
    }
  }

  /**
   * Whether each piece of an answer is written alone, and the stream closed after the last one.
   *
   * @param entity the answer's
   * @return true for Jersey's {@code ChunkedOutput}
   */
  public static boolean comesInPieces(@Nullable Object entity) {
    Class<?> type = entity == null ? null : entity.getClass();
    while (type != null && !type.getName().equals(IN_PIECES)) {
      type = type.getSuperclass();
    }
    return type != null;
  }

  @Override
  public void aroundWriteTo(WriterInterceptorContext context) throws IOException {
    Held held = finding.apply(context::getProperty);
    if (held == null) {
      context.proceed();
      return;
    }
    try {
      context.proceed();
    } finally {
      held.free();
    }
  }

  /** The stream of an answer, which the runtime closes after the last piece. */
  private static final class Last extends FilterOutputStream {

    private final Held held;

    Last(OutputStream out, Held held) {
      super(out);
      this.held = held;
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
        held.free();
      }
    }
  }
}
