package io.github.mgsjaxrs.internal.proof;

import jakarta.servlet.FilterRegistration;
import jakarta.servlet.Registration;
import jakarta.servlet.ServletContext;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The servlets and servlet filters of a web application by which requests enter RESTEasy or Jersey:
 * the runtimes' own classes, and classes that extend them. A servlet of the application's own that
 * hands requests on to such a servlet object is not seen.
 */
public final class JaxRsEntries {

  private static final List<String> RUNTIMES =
      List.of("org.jboss.resteasy.", "org.glassfish.jersey.");

  private final ServletContext context;
  private final List<FilterRegistration> filters;

  /**
   * Looks at a web application that has started.
   *
   * @param context the web application
   */
  public JaxRsEntries(ServletContext context) {
    this.context = context;
    this.filters =
        context.getFilterRegistrations().values().stream()
            .<FilterRegistration>map(FilterRegistration.class::cast)
            .filter(this::isOfRuntime)
            .toList();
  }

  /**
   * Whether a servlet is one.
   *
   * @param name the servlet's name
   */
  public boolean isServlet(String name) {
    Registration servlet = context.getServletRegistration(name);
    return servlet != null && isOfRuntime(servlet);
  }

  /** Whether there is any. */
  public boolean isAny() {
    return !filters.isEmpty() || !servlets().isEmpty();
  }

  /** The names of all servlets that are one. */
  public List<String> servlets() {
    return context.getServletRegistrations().values().stream()
        .filter(this::isOfRuntime)
        .<String>map(Registration::getName)
        .toList();
  }

  /** The names of these, and of servlets whose class a JAX-RS runtime still has to name. */
  public List<String> namesToMap() {
    return context.getServletRegistrations().values().stream()
        .filter(servlet -> servlet.getClassName() == null || isOfRuntime(servlet))
        .<String>map(Registration::getName)
        .toList();
  }

  /**
   * The paths of a servlet.
   *
   * @param name the servlet's name
   * @return its URL patterns; empty where it is reached by name alone
   */
  public Collection<String> mappings(String name) {
    var servlet = context.getServletRegistration(name);
    Collection<String> mappings = servlet == null ? null : servlet.getMappings();
    return mappings == null ? List.of() : mappings;
  }

  /**
   * The filters that a request may enter by, before it reaches its servlet: one of them may pass it
   * on to the next.
   *
   * @param path the request's path below the context path, decoded
   * @param servlet the name of the servlet it is for; null where none is named
   * @return the filters
   */
  public List<FilterRegistration> filters(String path, @Nullable String servlet) {
    return filters.stream()
        .filter(
            filter ->
                (servlet != null && filter.getServletNameMappings().contains(servlet))
                    || matches(filter.getUrlPatternMappings(), path))
        .toList();
  }

  private static boolean matches(Collection<String> patterns, String path) {
    return patterns.stream()
        .anyMatch(
            pattern ->
                pattern.equals("/*")
                    || pattern.equals(path)
                    || (pattern.endsWith("/*")
                        && (path + "/").startsWith(pattern.substring(0, pattern.length() - 1)))
                    || (pattern.startsWith("*.") && path.endsWith(pattern.substring(1))));
  }

  private boolean isOfRuntime(Registration registration) {
    String name = registration.getClassName();
    if (name == null) {
      return false;
    }
    return isOfRuntime(name) || superclasses(name).anyMatch(JaxRsEntries::isOfRuntime);
  }

  private static boolean isOfRuntime(String className) {
    return RUNTIMES.stream().anyMatch(className::startsWith);
  }

  /** A context without a loader of its own was put together by code that sees the servlet. */
  private Stream<String> superclasses(String className) {
    return Stream.of(
            context.getClassLoader(),
            Thread.currentThread().getContextClassLoader(),
            JaxRsEntries.class.getClassLoader())
        .map(loader -> seen(className, loader))
        .filter(Objects::nonNull)
        .findFirst()
        .<Stream<Class<?>>>map(type -> Stream.iterate(type, Objects::nonNull, Class::getSuperclass))
        .orElse(Stream.empty())
        .map(Class::getName);
  }

  private static @Nullable Class<?> seen(String className, @Nullable ClassLoader loader) {
    try {
      return Class.forName(className, false, loader);
    } catch (ClassNotFoundException | LinkageError invisible) {
      return null;
    }
  }
}
