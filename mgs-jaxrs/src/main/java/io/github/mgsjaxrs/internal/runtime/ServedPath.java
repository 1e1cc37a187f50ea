package io.github.mgsjaxrs.internal.runtime;

import io.github.mgsjaxrs.internal.request.PathViews;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.UriBuilderException;
import jakarta.ws.rs.core.UriInfo;
import org.jspecify.annotations.Nullable;

/** The path that a runtime matches resources by. */
public final class ServedPath {

  private static final String RESTEASY = "org.jboss.resteasy.";
  private static final String JERSEY = "org.glassfish.jersey.";
  private static final String CXF = "org.apache.cxf.";

  /** Ends a path, so that no other path lies below one that has it. */
  private static final String NOTHING_BELOW = "?";

  private ServedPath() {}

  /**
   * The base of the application.
   *
   * @param uriInfo what the runtime tells
   * @return the raw path in front of what resources are matched by; where none is known, one that
   *     no path lies below
   */
  public static String base(UriInfo uriInfo) {
    try {
      return uriInfo.getBaseUri().getRawPath();
    } catch (IllegalArgumentException | UriBuilderException unescaped) {
      // RESTEasy makes a URI of a context path as the container decoded it, blanks and all
      return matchedBehind(uriInfo);
    }
  }

  private static String matchedBehind(UriInfo uriInfo) {
    try {
      String path = uriInfo.getRequestUri().getRawPath();
      String matched = uriInfo.getPath(false);
      return path != null && path.endsWith(matched)
          ? path.substring(0, path.length() - matched.length())
          : path + NOTHING_BELOW;
    } catch (IllegalArgumentException | UriBuilderException noUri) {
      return NOTHING_BELOW;
    }
  }

  /**
   * Asks the runtime.
   *
   * @param context the request
   * @return the raw path with that of the base; null where the runtime can make no URI of it
   */
  public static @Nullable String of(ContainerRequestContext context) {
    try {
      return told(context);
    } catch (IllegalArgumentException | UriBuilderException noUri) {
      return null;
    }
  }

  private static String told(ContainerRequestContext context) {
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
   * Whether the path that a runtime matches resources by is that which was sent: with the same
   * bytes, or on CXF, which drops empty segments, with the same segments.
   *
   * @param context the request
   * @param sent the raw path
   * @return whether they are the same
   */
  public static boolean isAsSent(ContainerRequestContext context, String sent) {
    if (isJersey(context) && isJoinedOf(sent, context.getUriInfo())) {
      return true;
    }
    String served = of(context);
    return served != null
        && (sent.equals(served)
            || PathViews.haveSameBytes(sent, served)
            || (isCxf(context) && PathViews.haveSameSegments(sent, served)));
  }

  /** What {@link #of} would join, without doing so for each request. */
  private static boolean isJoinedOf(String sent, UriInfo uriInfo) {
    String base = uriInfo.getBaseUri().getRawPath();
    String path = uriInfo.getPath(false);
    return base.endsWith("/")
        && sent.length() == base.length() + path.length()
        && sent.startsWith(base)
        && sent.endsWith(path);
  }

  /**
   * The query of which a runtime makes all parameters.
   *
   * @param context the request
   * @return the raw query; null where there is none, or parameters may come from elsewhere, too
   */
  public static @Nullable String queryOf(ContainerRequestContext context) {
    return isJersey(context) ? context.getUriInfo().getRequestUri().getRawQuery() : null;
  }

  private static boolean isJersey(ContainerRequestContext context) {
    return context.getClass().getName().startsWith(JERSEY);
  }

  public static boolean isCxf(ContainerRequestContext context) {
    return context.getClass().getName().startsWith(CXF);
  }
}
