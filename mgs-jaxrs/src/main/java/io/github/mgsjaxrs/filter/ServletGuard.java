package io.github.mgsjaxrs.filter;

import io.github.mgsjaxrs.MgsConfigurationException;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;

/** Sees to it that no web application starts on TomEE without {@link CxfGate} in front. */
public final class ServletGuard {

  private static final String TOMEE = "org.apache.openejb.server.rest.RESTService";
  private static final String WEB_APPLICATION = "org.apache.catalina.";

  private ServletGuard() {}

  /**
   * Refuses the start of a web application that has no gate.
   *
   * <p>The web applications of an enterprise archive have their beans before any initializer has
   * run: they are looked at once all initializers have.
   *
   * @param context the web application; another context, as TomEE has for what starts without a web
   *     application, is none to look at
   * @throws MgsConfigurationException if this runtime needs the gate, and the servlet container was
   *     told to leave this library out
   */
  public static void requireLooked(ServletContext context) {
    if (!isTomee(context) || !context.getClass().getName().startsWith(WEB_APPLICATION)) {
      return;
    }
    try {
      context.addListener(new GateRequirement());
    } catch (IllegalStateException | UnsupportedOperationException initialized) {
      requireGate(context);
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
