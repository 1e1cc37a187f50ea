package io.github.mgsjaxrs.internal.runtime.servlet;

import io.github.mgsjaxrs.internal.storage.ResponseRelease;
import io.github.mgsjaxrs.request.ContentType;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;

/**
 * Stands in front of everything else in a servlet container: remembers the container's own request
 * for its raw target, lets an entity be read by several, and frees it when the request is over.
 *
 * <p>An entity passes through untouched until somebody asks for form parameters, or a protected
 * resource has it verified: uploads to other resources keep streaming.
 */
public final class ServletEntityFilter implements Filter {

  /** The attribute under which the container's own request is found. */
  public static final String REQUEST = "io.github.mgsjaxrs.servlet.request";

  /** The attribute under which the request is found that hands its entity out again. */
  public static final String ENTITY = "io.github.mgsjaxrs.servlet.entity";

  private final EntityStorages storages;

  public ServletEntityFilter(EntityStorages storages) {
    this.storages = storages;
  }

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    if (!(request instanceof HttpServletRequest http) || http.getAttribute(REQUEST) != null) {
      chain.doFilter(request, response);
      return;
    }
    http.setAttribute(REQUEST, http);
    Dispatches.begin(http, ServletAdapter.sent(ServletAdapter.unwrapped(http)));
    ServletEntityRequest wrapper =
        mayHaveEntity(http) ? new ServletEntityRequest(http, storages::first) : null;
    if (wrapper != null) {
      http.setAttribute(ENTITY, wrapper);
    }
    try {
      chain.doFilter(wrapper == null ? http : wrapper, response);
    } finally {
      if (!http.isAsyncStarted() || !completesLater(http)) {
        complete(http);
      }
    }
  }

  /** Whether the request was not completed by another thread since it was asked. */
  private static boolean completesLater(HttpServletRequest request) {
    try {
      request.getAsyncContext().addListener(new Completion(request));
      return true;
    } catch (IllegalStateException completed) {
      return false;
    }
  }

  /**
   * An empty one is one, too: a layer between may ask for its stream, and others for a reader. Of
   * an empty form the container's parameters are those of the query, and it may have read it
   * before.
   */
  private static boolean mayHaveEntity(HttpServletRequest request) {
    long length = request.getContentLengthLong();
    return length > 0
        || request.getHeader("Transfer-Encoding") != null
        || (length == 0 && !ContentType.of(request.getContentType()).isForm())
        || (length < 0 && !request.getProtocol().startsWith("HTTP/1"));
  }

  private static void complete(ServletRequest request) {
    if (request.getAttribute(ResponseRelease.Held.PROPERTY) instanceof ResponseRelease.Held held) {
      held.free();
    }
    if (request.getAttribute(ENTITY) instanceof ServletEntityRequest wrapper) {
      wrapper.release();
    }
  }

  /** Frees the entity of a request that goes on after its first thread is done. */
  private record Completion(HttpServletRequest request) implements AsyncListener {

    @Override
    public void onComplete(AsyncEvent event) {
      complete(request);
    }

    @Override
    public void onTimeout(AsyncEvent event) {
      // the container completes the request next
    }

    @Override
    public void onError(AsyncEvent event) {
      // the container completes the request next
    }

    @Override
    public void onStartAsync(AsyncEvent event) {
      event.getAsyncContext().addListener(this);
    }
  }
}
