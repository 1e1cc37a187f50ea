package io.github.mgsjaxrs.filter;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The JAX-RS endpoints that a servlet filter or a servlet hands requests to, on TomEE. */
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

  private static final ClassValue<Door> DOORS =
      new ClassValue<>() {
        @Override
        protected Door computeValue(Class<?> type) {
          return Door.of(type);
        }
      };

  private CxfEndpoints() {}

  /**
   * The endpoints behind a filter or a servlet.
   *
   * @param running the instance
   * @return none where it has nothing to do with JAX-RS
   * @throws UnprovenEndpointException if it has, and does not tell its endpoints
   */
  static List<CxfEndpoint> behind(Object running) throws UnprovenEndpointException {
    Door door = DOORS.get(running.getClass());
    if (door == Door.NONE) {
      return List.of();
    }
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
    Object listener = Reflection.present(Reflection.field(filter, "delegate"), "delegate");
    List<CxfEndpoint> endpoints =
        CxfEndpoint.of(
            Reflection.present(
                Reflection.field(listener, "server"), "the server, until it is deployed,"));
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
