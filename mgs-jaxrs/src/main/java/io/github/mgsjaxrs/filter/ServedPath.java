package io.github.mgsjaxrs.filter;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.UriInfo;

/** The path that a runtime matches resources by. */
final class ServedPath {

  private static final String RESTEASY = "org.jboss.resteasy.";
  private static final String CXF = "org.apache.cxf.";

  private ServedPath() {}

  /**
   * Asks the runtime.
   *
   * @param context the request
   * @return the raw path with that of the base
   */
  static String of(ContainerRequestContext context) {
    UriInfo uriInfo = context.getUriInfo();
    if (context.getClass().getName().startsWith(RESTEASY)) {
      String path = uriInfo.getRequestUri().getRawPath();
      return path == null ? "" : path;
    }
    // the URI of the request cannot be asked for on CXF where the query has a raw brace
    String base = uriInfo.getBaseUri().getRawPath();
    String path = uriInfo.getPath(false);
    if (base.endsWith("/")) {
      return base.concat(path);
    }
    return base.concat(path.isEmpty() || path.startsWith("/") ? path : "/" + path);
  }

  /**
   * Whether a path is that which was sent: with the same bytes, or on CXF, which drops empty
   * segments, with the same segments.
   */
  static boolean isAsSent(ContainerRequestContext context, String sent, String served) {
    return sent.equals(served)
        || PathViews.haveSameBytes(sent, served)
        || (isCxf(context) && PathViews.areResolvedAlike(sent, served));
  }

  static boolean isCxf(ContainerRequestContext context) {
    return context.getClass().getName().startsWith(CXF);
  }
}
