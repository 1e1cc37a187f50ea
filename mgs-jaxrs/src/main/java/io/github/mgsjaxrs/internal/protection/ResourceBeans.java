package io.github.mgsjaxrs.internal.protection;

import java.util.Optional;
import java.util.Set;

/**
 * Tells what a container that makes objects knows of the classes behind its proxies; loaded as a
 * service. The CDI module asks the beans.
 *
 * <p>Each method may throw IllegalStateException where nothing is known on the current thread: the
 * resource is then closed, and nothing is remembered.
 *
 * <p>A proxy may show an interface alone, while the mark stands on the class that it hides: without
 * this knowledge such a resource would be open.
 */
public interface ResourceBeans {

  /**
   * The classes of all beans that have a type, also those whose types leave their own class out,
   * and those of session beans, which need not have it by themselves.
   *
   * @param type a class or interface
   * @return the classes; empty if the container has no such bean
   */
  Set<Class<?>> classesOf(Class<?> type);

  /**
   * The classes of the session beans that have a view of a type.
   *
   * @param type a class or interface
   * @return the classes; empty if there are none, or nobody knows
   */
  default Set<Class<?>> sessionBeansOf(Class<?> type) {
    return Set.of();
  }

  /**
   * Whether some bean that has a type is made by code, so that its class is not known before.
   *
   * @param type a class or interface
   * @return whether a producer or an extension may make objects of another class
   */
  boolean areMadeByCode(Class<?> type);

  /**
   * The class of the bean that the container hands out for a type, which an alternative may have
   * replaced.
   *
   * @param type the class of a resource
   * @return the class; empty if it has no such bean, or several
   */
  Optional<Class<?>> chosenFor(Class<?> type);

  /**
   * The marked classes that were seen when the application started, beans or not.
   *
   * @return the classes
   */
  Set<Class<?>> marked();
}
