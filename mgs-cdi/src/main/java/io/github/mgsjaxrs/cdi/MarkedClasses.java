package io.github.mgsjaxrs.cdi;

import java.util.Set;

/** The classes that the container saw when it started, as a bean. */
public class MarkedClasses {

  private final Set<Class<?>> all;
  private final Set<Class<?>> sessionBeans;
  private final Set<Class<?>> made;

  /**
   * What was seen.
   *
   * @param all the marked classes
   * @param sessionBeans the classes of all session beans, which need not implement their views
   * @param made the types of beans that code makes
   */
  MarkedClasses(Set<Class<?>> all, Set<Class<?>> sessionBeans, Set<Class<?>> made) {
    this.all = Set.copyOf(all);
    this.sessionBeans = Set.copyOf(sessionBeans);
    this.made = Set.copyOf(made);
  }

  Set<Class<?>> all() {
    return all;
  }

  Set<Class<?>> sessionBeans() {
    return sessionBeans;
  }

  Set<Class<?>> made() {
    return made;
  }
}
