package io.github.mgsjaxrs.cdi;

import java.lang.annotation.Annotation;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The business interfaces that a session bean names: its class need not implement them, and remote
 * ones are no types of its bean. Read by name, as the API of session beans need not be there.
 */
final class SessionViews {

  private static final Set<String> NAMING = Set.of("jakarta.ejb.Local", "jakarta.ejb.Remote");

  private SessionViews() {}

  static Set<Class<?>> of(Class<?> bean) {
    Set<Class<?>> views = new HashSet<>();
    for (Annotation annotation : bean.getAnnotations()) {
      if (NAMING.contains(annotation.annotationType().getName())) {
        views.addAll(List.of(named(annotation)));
      }
    }
    return views;
  }

  private static Class<?>[] named(Annotation annotation) {
    try {
      return (Class<?>[]) annotation.annotationType().getMethod("value").invoke(annotation);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("Cannot read " + annotation, e);
    }
  }
}
