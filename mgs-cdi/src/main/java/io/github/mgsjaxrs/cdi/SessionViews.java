package io.github.mgsjaxrs.cdi;

import java.lang.annotation.Annotation;
import java.util.Arrays;
import java.util.Set;

/**
 * The business interfaces of a session bean: what its class implements, of which remote ones are no
 * types of its bean, and what it names, which it need not implement. Read by name, as the API of
 * session beans need not be there.
 */
final class SessionViews {

  private static final Set<String> NAMING = Set.of("jakarta.ejb.Local", "jakarta.ejb.Remote");

  private SessionViews() {}

  /**
   * Whether a session bean may run behind a proxy that shows a type.
   *
   * @param bean its class
   * @param type a class or interface
   * @return whether its class has the type, or a business interface that it or a superclass names;
   *     with or without names, and wherever the annotations stand
   */
  static boolean mayShow(Class<?> bean, Class<?> type) {
    if (type.isAssignableFrom(bean)) {
      return true;
    }
    for (Class<?> named = bean; named != null; named = named.getSuperclass()) {
      for (Annotation annotation : named.getDeclaredAnnotations()) {
        if (NAMING.contains(annotation.annotationType().getName())
            && Arrays.stream(names(annotation)).anyMatch(type::isAssignableFrom)) {
          return true;
        }
      }
    }
    return false;
  }

  private static Class<?>[] names(Annotation annotation) {
    try {
      return (Class<?>[]) annotation.annotationType().getMethod("value").invoke(annotation);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("Cannot read " + annotation, e);
    }
  }
}
