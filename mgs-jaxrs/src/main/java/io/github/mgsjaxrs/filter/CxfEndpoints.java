package io.github.mgsjaxrs.filter;

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
final class CxfEndpoints {

  /** What TomEE puts into a web application, one for each endpoint. */
  private static final String TOMEE_FILTER = "org.apache.tomee.webservices.CXFJAXRSFilter";

  /** What CXF's own servlets have in common; they can be used as filters too. */
  private static final String CXF_SERVLET = "org.apache.cxf.transport.servlet.AbstractHTTPServlet";

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
  boolean areBehind(Object running) throws UnprovenEndpointException {
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
        case SERVLET -> ofBus(running);
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
    List<CxfEndpoint> endpoints =
        CxfEndpoint.of(
            Reflection.present(
                Reflection.value(listener, "server"), "the server, until it is deployed,"));
    if (endpoints.isEmpty()) {
      throw new ReflectiveOperationException("no providers of JAX-RS");
    }
    return endpoints;
  }

  private static List<CxfEndpoint> ofBus(Object servlet) throws ReflectiveOperationException {
    Object bus = Reflection.present(Reflection.call(servlet, "getBus"), "bus");
    Class<?> registryType =
        Class.forName(
            "org.apache.cxf.endpoint.ServerRegistry", false, bus.getClass().getClassLoader());
    Object registry =
        Reflection.present(Reflection.call(bus, "getExtension", registryType), "server registry");
    Object servers = Reflection.present(Reflection.call(registry, "getServers"), "servers");
    List<CxfEndpoint> endpoints = new ArrayList<>();
    for (Object server : (Iterable<?>) servers) {
      endpoints.addAll(CxfEndpoint.of(server));
    }
    return endpoints;
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
