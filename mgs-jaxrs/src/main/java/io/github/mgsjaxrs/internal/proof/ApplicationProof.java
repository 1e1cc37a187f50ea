package io.github.mgsjaxrs.internal.proof;

import io.github.mgsjaxrs.internal.enforcement.Witness;
import io.github.mgsjaxrs.internal.storage.ResponseRelease;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.FilterConfig;
import jakarta.servlet.FilterRegistration;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletMapping;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Lets no request into a JAX-RS application before that application has answered one of the
 * library's own by the library's filters ({@link Witness}).
 *
 * <p>Each servlet is asked once, right before its first request; until it has proven to have the
 * filters, its requests are answered 503. So it does not matter by which setting of runtime,
 * application or descriptor the filters were lost, nor when the servlet is initialized.
 *
 * <p>It is mapped to paths. What a dispatcher by name leads to is asked by {@link
 * NamedDispatchProof}.
 */
public final class ApplicationProof implements Filter {

  private @Nullable EntryProof proof;

  public ApplicationProof() {}

  @Override
  public void init(FilterConfig config) {
    proof = new EntryProof(config.getServletContext());
  }

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    EntryProof proof = this.proof;
    if (proof == null) {
      throw new ServletException("This filter has not been initialized");
    }
    if (!(request instanceof HttpServletRequest http)
        || !(response instanceof HttpServletResponse answer)
        || http.getAttribute(Witness.PROPERTY) != null) {
      chain.doFilter(request, response);
      return;
    }
    // none is named for static files, for what nobody serves, and for an upgrade to WebSocket
    String servlet = servlet(http);
    List<FilterRegistration> before = proof.filtersBefore(path(http), servlet);
    if (!isReachable(proof, servlet, before, http, answer, chain)) {
      EntryProof.refuse(answer);
      return;
    }
    try {
      chain.doFilter(request, response);
    } finally {
      if (http.getAttribute(ResponseRelease.Held.PROPERTY) == null) {
        // the application may have been replaced by one without the filters: ask it once more
        before.forEach(filter -> proof.forgetFilter(filter.getName()));
        if (servlet != null) {
          proof.forgetServlet(servlet);
        }
      }
    }
  }

  private static boolean isReachable(
      EntryProof proof,
      @Nullable String servlet,
      List<FilterRegistration> before,
      HttpServletRequest request,
      HttpServletResponse response,
      FilterChain chain)
      throws IOException, ServletException {
    if (before.size() > 1) {
      proof.tell(
          "Several filters of a JAX-RS runtime stand in front of "
              + path(request)
              + " ("
              + before.stream().map(FilterRegistration::getName).collect(Collectors.joining(", "))
              + "), and only the first of them can be asked for the filters that verify signatures:"
              + " its requests are answered 503. Give each a path of its own");
      return false;
    }
    return (before.isEmpty() || proof.admitsFilter(before.get(0), request, response, chain))
        && (servlet == null || proof.admitsServlet(servlet, request, response));
  }

  /**
   * The servlet that a request is dispatched to by its path.
   *
   * @return its name; null where none is named
   */
  public static @Nullable String servlet(HttpServletRequest request) {
    HttpServletMapping mapping =
        request.getDispatcherType() == DispatcherType.INCLUDE
                && request.getAttribute(RequestDispatcher.INCLUDE_MAPPING)
                    instanceof HttpServletMapping included
            ? included
            : request.getHttpServletMapping();
    return mapping == null ? null : mapping.getServletName();
  }

  private static String path(HttpServletRequest request) {
    String rest = request.getPathInfo();
    return rest == null ? request.getServletPath() : request.getServletPath() + rest;
  }
}
