package io.github.mgsjaxrs.internal.proof;

import io.github.mgsjaxrs.internal.runtime.Reflection;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The JAX-RS endpoints that servlet filters and servlets of one web application hand requests to,
 * on TomEE: none is used before it is proven.
 */
public final class CxfEndpoints {

  /** What TomEE puts into a web application, one for each endpoint. */
  private static final String TOMEE_FILTER = "org.apache.tomee.webservices.CXFJAXRSFilter";

  /** What CXF's own servlets have in common; they can be used as filters too. */
  private static final String CXF_SERVLET = "org.apache.cxf.transport.servlet.AbstractHTTPServlet";

  /** Serves more than one endpoint at one address. */
  private static final String SEVERAL = "org.apache.cxf.transport.MultipleEndpointObserver";

  private static final List<String> PACKAGES =
      List.of(
          "org.apache.cxf.",
          "org.apache.tomee.webservices.",
          "org.apache.openejb.server.cxf.",
          "org.apache.openejb.server.rest.");

  // no ClassValue: the container's classes would keep this web application's
  private final Map<Class<?>, Door> doors = new ConcurrentHashMap<>();
  private final Set<Object> proven = ConcurrentHashMap.newKeySet();

  /**
   * Looks at what a filter or a servlet hands requests to.
   *
   * @param running the instance
   * @return whether it is a way to JAX-RS; if so, all endpoints behind it run all that is needed
   * @throws UnprovenEndpointException if one of them does not, or does not tell
   */
  public boolean areBehind(Object running) throws UnprovenEndpointException {
    Door door = doors.computeIfAbsent(running.getClass(), Door::of);
    if (door == Door.NONE) {
      return false;
    }
    // TomEE's filter has one endpoint for good, while a servlet may get more
    if (door == Door.TOMEE && proven.contains(running)) {
      return true;
    }
    for (CxfEndpoint endpoint : behind(door, running)) {
      if (!proven.contains(endpoint.identity())) {
        endpoint.prove();
        proven.add(endpoint.identity());
      }
    }
    proven.add(running);
    return true;
  }

  private static List<CxfEndpoint> behind(Door door, Object running)
      throws UnprovenEndpointException {
    try {
      return switch (door) {
        case TOMEE -> deployed(running);
        case SERVLET -> ofServlet(running);
        case NONE, UNKNOWN -> throw new ReflectiveOperationException("not known to mgs-jaxrs");
      };
    } catch (ReflectiveOperationException | RuntimeException untold) {
      throw new UnprovenEndpointException(
          running.getClass().getName()
              + " does not tell which JAX-RS endpoints it serves ("
              + untold
              + "), so that nobody can say whether anything is verified: leave JAX-RS to TomEE"
              + " itself, in a version that the documentation of mgs-jaxrs names, or use"
              + " org.apache.cxf.jaxrs.servlet.CXFNonSpringJaxrsServlet",
          untold);
    }
  }

  private static List<CxfEndpoint> deployed(Object filter) throws ReflectiveOperationException {
    Object listener = Reflection.present(Reflection.value(filter, "delegate"), "delegate");
    Object server =
        Reflection.present(
            Reflection.value(listener, "server"), "the server, until it is deployed,");
    List<CxfEndpoint> endpoints =
        CxfEndpoint.of(Reflection.present(Reflection.call(server, "getEndpoint"), "endpoint"));
    if (endpoints.isEmpty()) {
      throw new ReflectiveOperationException("no providers of JAX-RS");
    }
    return endpoints;
  }

  /**
   * What a servlet finds a request's endpoint in is asked, as it does for each request. Its bus may
   * have endpoints of other web applications, and others may be reachable that are of no bus.
   */
  private static List<CxfEndpoint> ofServlet(Object servlet)
      throws ReflectiveOperationException, UnprovenEndpointException {
    Object controller = Reflection.present(Reflection.value(servlet, "controller"), "controller");
    Object registry =
        Reflection.present(Reflection.value(controller, "destinationRegistry"), "registry");
    Object paths = Reflection.present(Reflection.call(registry, "getDestinationsPaths"), "paths");
    boolean empty = true;
    List<CxfEndpoint> endpoints = new ArrayList<>();
    for (Object path : (Iterable<?>) paths) {
      // a whole URI is what TomEE's own endpoints have: no path in a servlet leads there
      Object destination =
          path.toString().startsWith("/")
              ? Reflection.call(registry, "getDestinationForPath", path)
              : null;
      Object observer =
          destination == null ? null : Reflection.call(destination, "getMessageObserver");
      if (observer != null) {
        empty = false;
        endpoints.addAll(ofObserver(observer));
      }
    }
    if (empty) {
      throw new UnprovenEndpointException(
          servlet.getClass().getName()
              + " has no endpoint yet, and one that it adds while it serves a request could not be"
              + " looked at before that request: create its endpoints in init() or loadBus()",
          null);
    }
    return endpoints;
  }

  private static List<CxfEndpoint> ofObserver(Object observer) throws ReflectiveOperationException {
    for (Class<?> at = observer.getClass(); at != null; at = at.getSuperclass()) {
      if (at.getName().equals(SEVERAL)) {
        List<CxfEndpoint> endpoints = new ArrayList<>();
        Object all = Reflection.present(Reflection.call(observer, "getEndpoints"), "endpoints");
        for (Object endpoint : (Iterable<?>) all) {
          endpoints.addAll(CxfEndpoint.of(endpoint));
        }
        return endpoints;
      }
    }
    return CxfEndpoint.of(Reflection.present(Reflection.call(observer, "getEndpoint"), "endpoint"));
  }

  /** The ways into CXF. */
  private enum Door {
    TOMEE,
    SERVLET,
    /** Something of CXF's or TomEE's that is neither. */
    UNKNOWN,
    NONE;

    /** The most telling one of a class and its superclasses. */
    static Door of(Class<?> type) {
      Door door = NONE;
      for (@Nullable Class<?> at = type; at != null; at = at.getSuperclass()) {
        String name = at.getName();
        if (name.equals(TOMEE_FILTER)) {
          return TOMEE;
        }
        if (name.equals(CXF_SERVLET)) {
          return SERVLET;
        }
        if (PACKAGES.stream().anyMatch(name::startsWith)) {
          door = UNKNOWN;
        }
      }
      return door;
    }
  }
}
