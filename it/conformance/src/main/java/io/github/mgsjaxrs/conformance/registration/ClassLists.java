package io.github.mgsjaxrs.conformance.registration;

import io.github.mgsjaxrs.filter.MgsFeature;
import java.util.HashSet;
import java.util.Set;

/** What applications list that do not list what they should. */
public final class ClassLists {

  private ClassLists() {}

  static Set<Class<?>> withoutFilters() {
    return Set.of(MarkedResource.class);
  }

  static Set<Class<?>> without(Class<?> leftOut) {
    Set<Class<?>> classes = new HashSet<>(MgsFeature.providers());
    classes.remove(leftOut);
    classes.add(MarkedResource.class);
    return classes;
  }
}
