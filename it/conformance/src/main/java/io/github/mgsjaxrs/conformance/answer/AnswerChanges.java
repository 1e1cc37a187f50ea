package io.github.mgsjaxrs.conformance.answer;

import static java.nio.charset.StandardCharsets.US_ASCII;

import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.WriterInterceptor;
import jakarta.ws.rs.ext.WriterInterceptorContext;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.zip.GZIPOutputStream;

/** What an application does to its answers, where the header {@value #CHANGE} asks for it. */
public final class AnswerChanges {

  /** The header of an answer that names the change. */
  public static final String CHANGE = "Suite-Change";

  /** What is written behind a body. */
  public static final String FOOTER = "footer";

  private AnswerChanges() {}

  private static boolean asks(WriterInterceptorContext context, String change) {
    return change.equals(context.getHeaders().getFirst(CHANGE));
  }

  /** Writes behind the body, next to the wire. */
  @Provider
  @Priority(Integer.MIN_VALUE + 1)
  public static class Footer implements WriterInterceptor {
    @Override
    public void aroundWriteTo(WriterInterceptorContext context) throws IOException {
      OutputStream out = context.getOutputStream();
      context.proceed();
      if (asks(context, "footer")) {
        context.getHeaders().remove(HttpHeaders.CONTENT_LENGTH);
        out.write(FOOTER.getBytes(US_ASCII));
      }
    }
  }

  /** Changes every byte, next to the entity; leaves a wrong length. */
  @Provider
  @Priority(Integer.MAX_VALUE)
  public static class Rewriting implements WriterInterceptor {
    @Override
    public void aroundWriteTo(WriterInterceptorContext context) throws IOException {
      if (asks(context, "rewriting")) {
        context.setOutputStream(new Doubling(context.getOutputStream()));
      }
      context.proceed();
    }
  }

  /** Writes each byte twice. */
  private static final class Doubling extends FilterOutputStream {
    Doubling(OutputStream out) {
      super(out);
    }

    @Override
    public void write(int single) throws IOException {
      out.write(single);
      out.write(single);
    }
  }

  /** Compresses, and ends it by itself or leaves that to the runtime. */
  @Provider
  @Priority(Priorities.ENTITY_CODER)
  public static class Zipping implements WriterInterceptor {
    @Override
    public void aroundWriteTo(WriterInterceptorContext context) throws IOException {
      boolean finishing = asks(context, "gzip");
      if (!finishing && !asks(context, "gzip-unfinished")) {
        context.proceed();
        return;
      }
      context.getHeaders().remove(HttpHeaders.CONTENT_LENGTH);
      context.getHeaders().putSingle(HttpHeaders.CONTENT_ENCODING, "gzip");
      GZIPOutputStream zipped = new GZIPOutputStream(context.getOutputStream());
      context.setOutputStream(zipped);
      context.proceed();
      if (finishing) {
        zipped.finish();
      }
    }
  }

  /** Replaces the entity, or takes it away. */
  @Provider
  @Priority(Integer.MIN_VALUE + 1)
  public static class Replacing implements ContainerResponseFilter {
    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
      Object change = response.getHeaders().getFirst(CHANGE);
      if ("replaced".equals(change)) {
        response.getHeaders().remove(HttpHeaders.CONTENT_LENGTH);
        response.setEntity("replaced");
      } else if ("removed".equals(change)) {
        response.getHeaders().remove(HttpHeaders.CONTENT_LENGTH);
        response.setEntity(null);
      }
    }
  }
}
