package io.github.mgsjaxrs.filter;

import io.github.mgsjaxrs.MgsConfigurationException;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;

/**
 * Sees to it that no web application starts without {@link ApplicationProof} in front, and on TomEE
 * {@link CxfGate}, where the servlet container has not called {@link ServletRegistration}.
 */
public final class ServletGuard {

  private static final String TOMEE = "org.apache.openejb.server.rest.RESTService";
  private static final String SINCE_3_1 = "jakarta.ws.rs.SeBootstrap";
  private static final String WEB_APPLICATION = "org.apache.catalina.";

  private static final System.Logger LOG = System.getLogger(ServletGuard.class.getName());

  private ServletGuard() {}

  /**
   * Puts the proof in front of a web application that has none, or warns that nobody asks it; on
   * TomEE its start is refused.
   *
   * <p>The web applications of an enterprise archive have their beans on TomEE before any
   * initializer has run: they are looked at once all initializers have.
   *
   * @param context the web application; another context, as TomEE has for what starts without a web
   *     application, is none to look at
   * @throws MgsConfigurationException if TomEE was told to leave this library out, or Jakarta REST
   *     is one that finds no filters without being told
   */
  public static void requireLooked(ServletContext context) {
    if (!isTomee(context)) {
      requireProof(context);
    } else if (context.getClass().getName().startsWith(WEB_APPLICATION)) {
      try {
        context.addListener(new GateRequirement());
      } catch (IllegalStateException | UnsupportedOperationException initialized) {
        requireGate(context);
      }
    }
  }

  private static void requireProof(ServletContext context) {
    if (context.getAttribute(ServletRegistration.ATTRIBUTE) != null) {
      return;
    }
    try {
      ServletRegistration.open(context);
    } catch (IllegalStateException | UnsupportedOperationException tooLate) {
      if (hasJaxRs(context)) {
        String told =
            "The servlet container has not called the initializer of mgs-jaxrs for the web"
                + " application at '"
                + context.getContextPath()
                + "', and it is too late now to put anything in front of it, so that nobody can tell"
                + " whether anything is verified: put the library into WEB-INF/lib, and where web.xml"
                + " has an <absolute-ordering>, add <others/> to it, or remove it";
        if (!findsFeatures()) {
          throw new MgsConfigurationException(told, tooLate);
        }
        // an enterprise archive on Open Liberty is like this, and most often has the filters
        LOG.log(System.Logger.Level.WARNING, told, tooLate);
      }
    }
  }

  /** Jakarta REST 3.0 looks for no services, so that the filters are not even there most often. */
  private static boolean findsFeatures() {
    try {
      Class.forName(SINCE_3_1, false, ServletGuard.class.getClassLoader());
      return true;
    } catch (ClassNotFoundException older) {
      return false;
    }
  }

  private static boolean hasJaxRs(ServletContext context) {
    try {
      return new JaxRsEntries(context).isAny();
    } catch (UnsupportedOperationException restricted) {
      return true;
    }
  }

  private static void requireGate(ServletContext context) {
    if (context.getAttribute(CxfGate.ATTRIBUTE) == null) {
      throw new MgsConfigurationException(
          "web.xml has an <absolute-ordering> that leaves mgs-jaxrs out, so that nobody can tell"
              + " whether TomEE verifies anything: add <others/> to it, or remove it");
    }
  }

  /** By the container's own class loader: a web application can hide classes from itself. */
  static boolean isTomee(ServletContext context) {
    try {
      Class.forName(TOMEE, false, context.getClass().getClassLoader());
      return true;
    } catch (ClassNotFoundException other) {
      return false;
    }
  }

  /** Runs after the initializers and before any filter; where it throws, nothing is deployed. */
  static final class GateRequirement implements ServletContextListener {

    // TomEE injects into listeners, and fails where there is no constructor that it sees
    GateRequirement() {}

    @Override
    public void contextInitialized(ServletContextEvent event) {
      requireGate(event.getServletContext());
    }
  }
}
