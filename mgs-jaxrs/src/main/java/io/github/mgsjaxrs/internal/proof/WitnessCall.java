package io.github.mgsjaxrs.internal.proof;

import io.github.mgsjaxrs.internal.enforcement.Witness;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Collections;
import java.util.Enumeration;
import org.jspecify.annotations.Nullable;

/**
 * A request of the library's own with a path of its own, and without the headers of the client.
 * Without the filters it comes to 404, or to 405 where a template takes every path.
 */
public final class WitnessCall extends WitnessRequest {

  private final WitnessPath path;

  /**
   * A request on the way of another one.
   *
   * @param request the other request
   * @param path where it goes
   * @param witness goes with the request
   */
  public WitnessCall(HttpServletRequest request, WitnessPath path, Witness witness) {
    super(request, witness);
    this.path = path;
  }

  @Override
  public String getServletPath() {
    return path.servletPath();
  }

  @Override
  public @Nullable String getPathInfo() {
    return path.pathInfo();
  }

  @Override
  public String getRequestURI() {
    return getContextPath() + escaped(path.path());
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
