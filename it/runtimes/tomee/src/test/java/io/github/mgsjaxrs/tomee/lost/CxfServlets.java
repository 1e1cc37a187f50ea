package io.github.mgsjaxrs.tomee.lost;

import io.github.mgsjaxrs.SignatureAlgorithm;
import io.github.mgsjaxrs.conformance.registration.MarkedResource;
import io.github.mgsjaxrs.filter.MgsFeature;
import io.github.mgsjaxrs.verifier.MgsVerifier;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.Servlet;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;

/**
 * Servlets of CXF that an application sets up by itself, at {@code /cxf/*}, with an endpoint below.
 * CXF is reached by reflection, as tests are not compiled against it.
 */
public final class CxfServlets {

  private CxfServlets() {}

  /** On the bus that all web applications share, with the feature among its providers. */
  public static final class OnDefaultBus implements ServletContextListener {

    /** The id of the key that is admitted there. */
    public static final String KEY = "own";

    /** Its salt. */
    public static final String SALT = "a salt";

    @Override
    public void contextInitialized(ServletContextEvent event) {
      try {
        Object bus = type("org.apache.cxf.BusFactory").getMethod("getDefaultBus").invoke(null);
        servlet(event.getServletContext(), bus);
        MgsVerifier verifier =
            MgsVerifier.builder().salt(KEY, SignatureAlgorithm.MD5, SALT).build();
        serve(bus, event.getServletContext().getContextPath(), List.of(new MgsFeature(verifier)));
      } catch (ReflectiveOperationException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  /** Without the filters, by another bus than that of the servlet. */
  public static final class OfAnotherBus implements ServletContextListener {
    @Override
    public void contextInitialized(ServletContextEvent event) {
      try {
        Object bus = bus();
        servlet(event.getServletContext(), bus);
        Object other = bus();
        Class<?> factories = type("org.apache.cxf.transport.DestinationFactoryManager");
        call(other, "setExtension", call(bus, "getExtension", factories), factories);
        serve(other, "/api", List.of());
      } catch (ReflectiveOperationException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  /** Without the filters, while the first request is served. */
  public static final class WithTheFirstRequest implements ServletContextListener {
    private boolean served;

    @Override
    public void contextInitialized(ServletContextEvent event) {
      try {
        Object bus = bus();
        servlet(event.getServletContext(), bus);
        event
            .getServletContext()
            .addFilter("late", late(bus))
            .addMappingForUrlPatterns(EnumSet.of(DispatcherType.REQUEST), true, "/cxf/*");
      } catch (ReflectiveOperationException e) {
        throw new IllegalStateException(e);
      }
    }

    private Filter late(Object bus) {
      return (request, response, chain) -> {
        try {
          if (!served) {
            served = true;
            serve(bus, "/api", List.of());
          }
        } catch (ReflectiveOperationException e) {
          throw new IllegalStateException(e);
        }
        chain.doFilter(request, response);
      };
    }
  }

  /**
   * A bus of its own.
   *
   * @return the bus
   * @throws ReflectiveOperationException if CXF has it not
   */
  public static Object bus() throws ReflectiveOperationException {
    Class<?> factory = type("org.apache.cxf.BusFactory");
    return call(factory.getMethod("newInstance").invoke(null), "createBus");
  }

  /**
   * Adds a servlet at {@code /cxf/*}.
   *
   * @param context the web application
   * @param bus where the servlet finds its endpoints
   * @throws ReflectiveOperationException if CXF has it not
   */
  public static void servlet(ServletContext context, Object bus)
      throws ReflectiveOperationException {
    Object servlet = made("org.apache.cxf.transport.servlet.CXFNonSpringServlet");
    call(servlet, "setBus", bus);
    context.addServlet("cxf", (Servlet) servlet).addMapping("/cxf/*");
  }

  private static void serve(Object bus, String address, List<?> providers)
      throws ReflectiveOperationException {
    Object factory = made("org.apache.cxf.jaxrs.JAXRSServerFactoryBean");
    call(factory, "setBus", bus);
    call(factory, "setAddress", address);
    call(factory, "setServiceBeans", List.of(new MarkedResource()));
    call(factory, "setProviders", providers);
    call(factory, "create");
  }

  /**
   * A class of CXF.
   *
   * @param name its name
   * @return the class
   * @throws ClassNotFoundException if CXF has it not
   */
  public static Class<?> type(String name) throws ClassNotFoundException {
    return Class.forName(name, true, Thread.currentThread().getContextClassLoader());
  }

  /**
   * A new object.
   *
   * @param name the name of its class
   * @return the object
   * @throws ReflectiveOperationException if CXF has it not
   */
  public static Object made(String name) throws ReflectiveOperationException {
    return type(name).getConstructor().newInstance();
  }

  /**
   * Calls a method.
   *
   * @param owner the object
   * @param name the method's name
   * @param arguments none of them null
   * @return what it returns
   * @throws ReflectiveOperationException if there is none such
   */
  public static Object call(Object owner, String name, Object... arguments)
      throws ReflectiveOperationException {
    for (Method method : owner.getClass().getMethods()) {
      if (method.getName().equals(name) && fits(method.getParameterTypes(), arguments)) {
        return method.invoke(owner, arguments);
      }
    }
    throw new NoSuchMethodException(name + " " + Arrays.toString(arguments));
  }

  private static boolean fits(Class<?>[] types, Object... arguments) {
    if (types.length != arguments.length) {
      return false;
    }
    for (int i = 0; i < types.length; i++) {
      if (!types[i].isInstance(arguments[i])) {
        return false;
      }
    }
    return true;
  }
}
