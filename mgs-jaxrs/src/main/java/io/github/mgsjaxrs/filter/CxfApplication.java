package io.github.mgsjaxrs.filter;

import io.github.mgsjaxrs.MgsConfigurationException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Application;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The {@code Application} that serves a request on CXF, which does not inject it: the endpoint that
 * the request came to knows its own, so that several applications in one web application are told
 * apart.
 */
final class CxfApplication {

  private static final String CXF = "org.apache.cxf.";

  private CxfApplication() {}

  /**
   * The class of the application that serves a request.
   *
   * @param context the request
   * @return the class; empty on other runtimes, and where TomEE serves resources without one
   * @throws MgsConfigurationException if this version of CXF does not tell: what the application is
   *     marked with would not count
   */
  static List<Class<?>> of(ContainerRequestContext context) {
    if (!context.getClass().getName().startsWith(CXF)) {
      return List.of();
    }
    try {
      Object message = Reflection.present(Reflection.call(context, "getMessage"), "message");
      Object exchange = Reflection.present(Reflection.call(message, "getExchange"), "exchange");
      Object endpoint = Reflection.present(Reflection.call(exchange, "getEndpoint"), "endpoint");
      Object described = ((Map<?, ?>) endpoint).get(Application.class.getName());
      if (described == null) {
        return List.of();
      }
      Object application = unwrapped(Reflection.call(described, "getProvider"));
      return application == null ? List.of() : List.of(application.getClass());
    } catch (ReflectiveOperationException | RuntimeException untold) {
      throw new MgsConfigurationException(
          "This version of CXF does not tell which Application serves a request ("
              + untold
              + "): use a version that the documentation of mgs-jaxrs names",
          untold);
    }
  }

  /** TomEE wraps applications, and has a wrapper without any where it scans for resources. */
  private static @Nullable Object unwrapped(@Nullable Object application)
      throws ReflectiveOperationException {
    Object inner = application;
    while (inner != null && inner.getClass().getName().endsWith(".InternalApplication")) {
      inner = Reflection.call(inner, "getOriginal");
    }
    return inner;
  }
}
