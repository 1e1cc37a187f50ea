package io.github.mgsjaxrs.internal.runtime;

import io.github.mgsjaxrs.MgsConfigurationException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Application;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The {@code Application} that serves a request on CXF, which does not inject it: the endpoint that
 * the request came to knows its own, so that several applications in one web application are told
 * apart.
 */
public final class CxfApplication {

  private static final String CXF = "org.apache.cxf.";
  public static final String TOMEE_WRAPPER = "org.apache.openejb.server.rest.InternalApplication";

  private volatile @Nullable Members members;

  /**
   * The class of the application that serves a request.
   *
   * @param context the request
   * @return the one class; empty on other runtimes, and where resources are served without any
   * @throws MgsConfigurationException if this version of CXF does not tell: what the application is
   *     marked with would not count
   */
  public List<Class<?>> of(ContainerRequestContext context) {
    if (!context.getClass().getName().startsWith(CXF)) {
      return List.of();
    }
    try {
      Members known = members;
      if (known == null) {
        known = Members.of(context.getClass());
        members = known;
      }
      Object endpoint = known.endpoint(context);
      Object described = ((Map<?, ?>) endpoint).get(Application.class.getName());
      Object application =
          described == null ? null : unwrapped(Reflection.call(described, "getProvider"));
      return application == null ? List.of() : List.of(application.getClass());
    } catch (ReflectiveOperationException | RuntimeException untold) {
      throw new MgsConfigurationException(
          "This version of CXF does not tell which Application serves a request ("
              + untold
              + "): use a version that the documentation of mgs-jaxrs names",
          untold);
    }
  }

  /** TomEE wraps applications, and has a wrapper of nothing where it scans for resources. */
  private static @Nullable Object unwrapped(@Nullable Object application)
      throws ReflectiveOperationException {
    return application != null && application.getClass().getName().equals(TOMEE_WRAPPER)
        ? Reflection.call(application, "getOriginal")
        : application;
  }

  /** Looked up once, as every request may ask. */
  private record Members(Method message, Method exchange, Method endpoint) {

    static Members of(Class<?> context) throws ReflectiveOperationException {
      ClassLoader loader = context.getClassLoader();
      return new Members(
          context.getMethod("getMessage"),
          Class.forName("org.apache.cxf.message.Message", false, loader).getMethod("getExchange"),
          Class.forName("org.apache.cxf.message.Exchange", false, loader).getMethod("getEndpoint"));
    }

    Object endpoint(Object context) throws ReflectiveOperationException {
      Object sent = Reflection.present(message.invoke(context), "message");
      Object exchanged = Reflection.present(exchange.invoke(sent), "exchange");
      return Reflection.present(endpoint.invoke(exchanged), "endpoint");
    }
  }
}
