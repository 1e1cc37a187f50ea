package io.github.mgsjaxrs.internal.proof;

import io.github.mgsjaxrs.MgsConfigurationException;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import org.jspecify.annotations.Nullable;

/**
 * Sees to it that no web application starts without {@link ApplicationProof} in front, and on TomEE
 * {@link CxfGate}, where the servlet container has not called {@link ServletRegistration}.
 */
public final class ServletGuard {

  private static final String TOMEE = "org.apache.openejb.server.rest.RESTService";
  private static final String SINCE_3_1 = "jakarta.ws.rs.SeBootstrap";
  private static final String LIBERTY = "com.ibm.ws.classloading.";
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

  /**
   * Sees to what starts without telling a web application, which may have some nevertheless: Open
   * Liberty calls no initializer of a library that lies outside of all web applications.
   *
   * @throws MgsConfigurationException if Jakarta REST is one that finds no filters without being
   *     told
   */
  public static void requireLooked() {
    if (hasRestApi()) {
      requireInside(ServletGuard.class.getClassLoader(), findsFeatures());
    }
  }

  public static void requireInside(@Nullable ClassLoader library, boolean findsFeatures) {
    if (library == null || !library.getClass().getName().startsWith(LIBERTY)) {
      return;
    }
    String told =
        "mgs-jaxrs lies outside of the web applications (in lib/ of an enterprise application, in a"
            + " shared or global library), where Open Liberty does not call its initializer, so that"
            + " nobody can tell whether anything is verified: put the library into WEB-INF/lib of"
            + " each web application, and nowhere else";
    if (!findsFeatures) {
      throw told(told, null);
    }
    LOG.log(System.Logger.Level.WARNING, told);
  }

  /** Some containers write what stops a start where nobody looks. */
  public static MgsConfigurationException told(String fault, @Nullable Throwable cause) {
    LOG.log(System.Logger.Level.ERROR, fault);
    return cause == null
        ? new MgsConfigurationException(fault)
        : new MgsConfigurationException(fault, cause);
  }

  private static boolean hasRestApi() {
    try {
      Class.forName("jakarta.ws.rs.Path", false, ServletGuard.class.getClassLoader());
      return true;
    } catch (ClassNotFoundException none) {
      return false;
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
          throw told(told, tooLate);
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
  public static boolean isTomee(ServletContext context) {
    try {
      Class.forName(TOMEE, false, context.getClass().getClassLoader());
      return true;
    } catch (ClassNotFoundException other) {
      return false;
    }
  }

  /** Runs after the initializers and before any filter; where it throws, nothing is deployed. */
  public static final class GateRequirement implements ServletContextListener {

    // TomEE injects into listeners, and fails where there is no constructor that it sees
    public GateRequirement() {}

    @Override
    public void contextInitialized(ServletContextEvent event) {
      requireGate(event.getServletContext());
    }
  }
}
