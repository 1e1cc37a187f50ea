package io.github.mgsjaxrs.internal.runtime.servlet;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

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
    Dispatches known = Dispatches.of(http);
    Dispatches dispatches =
        known == null ? Dispatches.begin(http, ServletAdapter.sentBefore(http)) : known;
    Dispatches.State before = dispatches.state();
    dispatches.enter(query(http));
    try {
      chain.doFilter(request, response);
    } finally {
      // what goes on asynchronously goes on with this request, and with its parameters
      if (!http.isAsyncStarted()) {
        dispatches.leave(before);
      }
    }
  }

  private @Nullable String query(HttpServletRequest request) {
    if (!includes) {
      return request.getQueryString();
    }
    return request.getAttribute(RequestDispatcher.INCLUDE_QUERY_STRING) instanceof String own
        ? own
        : null;
  }
}
