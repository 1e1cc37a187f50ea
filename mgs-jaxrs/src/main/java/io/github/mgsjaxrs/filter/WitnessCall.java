package io.github.mgsjaxrs.filter;

import jakarta.servlet.http.HttpServletMapping;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.MappingMatch;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Collections;
import java.util.Enumeration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A request of the library's own that goes to a servlet directly: without the headers of the
 * client, and to a path that no resource has, where the servlet serves more than one path. Without
 * the filters it comes to 404, or to 405 where a template takes every path.
 */
final class WitnessCall extends WitnessRequest {

  private final String servletPath;
  private final @Nullable String pathOfOthers;

  /**
   * A request to the servlet that another request is for.
   *
   * @param request the other request
   * @param mapping how it came to the servlet
   * @param witness goes with the request
   */
  WitnessCall(HttpServletRequest request, HttpServletMapping mapping, Witness witness) {
    super(request, witness);
    String unknown = "/" + UUID.randomUUID();
    MappingMatch match = mapping.getMappingMatch();
    if (match == MappingMatch.PATH) {
      servletPath = request.getServletPath();
      pathOfOthers = unknown;
    } else if (match == MappingMatch.DEFAULT) {
      servletPath = unknown;
      pathOfOthers = null;
    } else {
      servletPath = request.getServletPath();
      pathOfOthers = request.getPathInfo();
    }
  }

  @Override
  public String getServletPath() {
    return servletPath;
  }

  @Override
  public @Nullable String getPathInfo() {
    return pathOfOthers;
  }

  @Override
  public String getRequestURI() {
    return getContextPath()
        + escaped(pathOfOthers == null ? servletPath : servletPath + pathOfOthers);
  }

  private static String escaped(String path) {
    try {
      return new URI(null, null, path, null).getRawPath();
    } catch (URISyntaxException e) {
      throw new IllegalStateException("No path: " + path, e);
    }
  }

  @Override
  public StringBuffer getRequestURL() {
    return new StringBuffer(getScheme())
        .append("://")
        .append(getServerName())
        .append(':')
        .append(getServerPort())
        .append(getRequestURI());
  }

  @Override
  public @Nullable String getHeader(String name) {
    return null;
  }

  @Override
  public Enumeration<String> getHeaders(String name) {
    return Collections.emptyEnumeration();
  }

  @Override
  public Enumeration<String> getHeaderNames() {
    return Collections.emptyEnumeration();
  }

  @Override
  public long getDateHeader(String name) {
    return -1;
  }

  @Override
  public int getIntHeader(String name) {
    return -1;
  }
}
