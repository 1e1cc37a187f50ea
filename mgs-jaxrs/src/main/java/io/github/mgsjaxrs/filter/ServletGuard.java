package io.github.mgsjaxrs.filter;

import io.github.mgsjaxrs.MgsConfigurationException;
import jakarta.servlet.ServletContainerInitializer;
import jakarta.servlet.ServletContext;
import jakarta.servlet.annotation.HandlesTypes;
import jakarta.ws.rs.core.Application;
import java.lang.reflect.Modifier;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Refuses a deployment on TomEE whose applications leave the filters out; called by the servlet
 * container, which finds it as a service.
 *
 * <p>TomEE uses scanned providers only where no {@code Application} class of the web application
 * declares a method, and loads no {@code Feature} as a service. An application that lists its
 * classes would be served without any verification, and nothing would tell.
 */
@HandlesTypes(Application.class)
public final class ServletGuard implements ServletContainerInitializer {

  private static final String APPLICATIONS = "io.github.mgsjaxrs.servlet.applications";
  private static final String TOMEE = "org.apache.openejb.server.rest.RESTService";

  /** For the servlet container. */
  public ServletGuard() {}

  @Override
  public void onStartup(@Nullable Set<Class<?>> classes, ServletContext context) {
    if (!isTomee(context.getClassLoader())) {
      return;
    }
    List<Class<?>> applications =
        classes == null
            ? List.of()
            : classes.stream()
                .filter(ServletGuard::isOfUser)
                .sorted(Comparator.comparing(Class::getName))
                .toList();
    context.setAttribute(APPLICATIONS, applications);
    TomeeProviders providers = new TomeeProviders(applications, context);
    if (providers.areScanned()) {
      return;
    }
    for (Class<?> application : applications) {
      providers
          .faultOf(application)
          .ifPresent(
              fault -> {
                throw new MgsConfigurationException(fault);
              });
    }
  }

  /**
   * Refuses the start of a web application whose applications could not be looked at.
   *
   * @param context the web application
   * @throws MgsConfigurationException if this runtime needs the look, and the servlet container was
   *     told to leave this library out
   */
  public static void requireLooked(ServletContext context) {
    if (context.getAttribute(APPLICATIONS) == null && isTomee(context.getClassLoader())) {
      throw new MgsConfigurationException(
          "web.xml has an <absolute-ordering> that leaves mgs-jaxrs out, so that nobody can tell"
              + " whether TomEE verifies anything: add <others/> to it, or remove it");
    }
  }

  /**
   * The {@code Application} classes of a web application whose runtime does not tell them.
   *
   * @param context the web application
   * @return the classes; empty on other runtimes
   */
  static List<Class<?>> applications(ServletContext context) {
    return context.getAttribute(APPLICATIONS) instanceof List<?> known
        ? known.stream().<Class<?>>map(Class.class::cast).toList()
        : List.of();
  }

  private static boolean isTomee(@Nullable ClassLoader loader) {
    try {
      Class.forName(TOMEE, false, loader);
      return true;
    } catch (ClassNotFoundException | LinkageError other) {
      return false;
    }
  }

  /** TomEE and CXF have subclasses of their own. */
  private static boolean isOfUser(Class<?> type) {
    return Application.class.isAssignableFrom(type)
        && !Modifier.isAbstract(type.getModifiers())
        && Stream.of("jakarta.", "org.apache.openejb.", "org.apache.tomee.", "org.apache.cxf.")
            .noneMatch(type.getName()::startsWith);
  }
}
