package io.github.mgsjaxrs.internal.runtime.servlet;

import jakarta.servlet.ServletContext;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The marked classes of a web application, as its container told them when it started. */
public final class SeenMarks {

  private static final String ATTRIBUTE = "io.github.mgsjaxrs.servlet.marked";

  private SeenMarks() {}

  public static void remember(ServletContext context, Set<Class<?>> marked) {
    context.setAttribute(ATTRIBUTE, marked);
  }

  /**
   * The marked classes that were seen.
   *
   * @param context the web application
   * @return the classes; empty where the container told none
   */
  public static Optional<Set<Class<?>>> of(ServletContext context) {
    return context.getAttribute(ATTRIBUTE) instanceof Set<?> known
        ? Optional.of(known.stream().<Class<?>>map(Class.class::cast).collect(Collectors.toSet()))
        : Optional.empty();
  }
}
