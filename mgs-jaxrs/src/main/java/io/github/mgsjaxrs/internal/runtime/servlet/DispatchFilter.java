package io.github.mgsjaxrs.internal.runtime.servlet;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.IOException;

/**
 * Stands in front of all other filters of each dispatch, and notes it ({@link Dispatches}). A
 * filter of its own for includes, as requests do not tell on every container that they are
 * included, and where their query is to be found.
 */
public final class DispatchFilter implements Filter {

  private final boolean includes;

  /**
   * For one kind of dispatches.
   *
   * @param includes whether it is mapped to includes, or to all others
   */
  public DispatchFilter(boolean includes) {
    this.includes = includes;
  }

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    if (!(request instanceof HttpServletRequest http)) {
      chain.doFilter(request, response);
      return;
    }
    Object kept = Dispatches.kept(http);
    Dispatches dispatches =
        kept instanceof Dispatches known
            ? known
            : Dispatches.late(http, ServletAdapter.sentBefore(http));
    note(http, dispatches);
    boolean before = dispatches.sendOn(true);
    try {
      chain.doFilter(request, response);
    } finally {
      // what goes on asynchronously goes on where this has led
      if (!http.isAsyncStarted()) {
        dispatches.sendOn(before);
        Dispatches.restore(http, kept);
      }
    }
  }

  /** Some containers have a wrapper for each dispatch, on top of the application's or below. */
  private void note(HttpServletRequest request, Dispatches dispatches) {
    if (includes) {
      Object own = request.getAttribute(RequestDispatcher.INCLUDE_QUERY_STRING);
      dispatches.note(own instanceof String query ? query : null);
    }
    ServletRequest layer = request;
    while (layer instanceof HttpServletRequest each) {
      dispatches.note(each.getQueryString());
      layer = each instanceof HttpServletRequestWrapper wrapper ? wrapper.getRequest() : null;
    }
  }
}
