package io.github.mgsjaxrs.cdi;

import java.util.Set;

/** The marked classes that the container saw when it started, as a bean. */
public class MarkedClasses {

  private final Set<Class<?>> all;

  MarkedClasses(Set<Class<?>> all) {
    this.all = Set.copyOf(all);
  }

  Set<Class<?>> all() {
    return all;
  }
}
