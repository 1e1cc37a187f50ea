package io.github.mgsjaxrs.filter;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceContext;
import jakarta.ws.rs.core.Context;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The servlet container's own request: {@code getRequestURI} and {@code getQueryString} are raw.
 *
 * <p>Loaded only where the servlet API is there.
 */
final class ServletTarget implements RawTarget {

  private final HttpServletRequest request;

  private ServletTarget(HttpServletRequest request) {
    this.request = request;
  }

  /**
   * Asks the runtime for the servlet request.
   *
   * @param resources the runtime's injection
   * @return the source, or null if the runtime has no servlet request
   */
  static @Nullable RawTarget in(ResourceContext resources) {
    HttpServletRequest injected = resources.initResource(new Holder()).request;
    return injected == null ? null : new ServletTarget(injected);
  }

  @Override
  public RequestLine of(ContainerRequestContext context) {
    HttpServletRequest lowest = unwrapped();
    String protocol = request.getProtocol();
    return new RequestLine(
        lowest.getRequestURI(),
        lowest.getQueryString(),
        protocol != null && !protocol.startsWith("HTTP/1") && !protocol.startsWith("HTTP/0"));
  }

  /** Wrappers change the target for forwarded prefixes and the like; the gateway signed without. */
  private HttpServletRequest unwrapped() {
    HttpServletRequest lowest = request;
    while (lowest instanceof HttpServletRequestWrapper wrapper
        && wrapper.getRequest() instanceof HttpServletRequest wrapped) {
      lowest = wrapped;
    }
    return lowest;
  }

  @Override
  public Set<String> parsedParameterNames(ContainerRequestContext context) {
    return request.getParameterMap().keySet();
  }

  /** What the runtime injects into; not a bean, so that no other injection looks at it. */
  static final class Holder {
    @Context @Nullable HttpServletRequest request;
  }
}
