package io.github.mgsjaxrs.internal.protection;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * One resource on the way to a matched method.
 *
 * @param shown the class that the runtime shows, possibly a proxy's or an interface
 * @param running the classes that may run behind it: one where that is known; never empty
 * @param unseen whether a class may run behind it that nobody has seen, so that its marks are not
 *     known
 * @param later whether the class that runs is known only once all other filters ran
 */
public record ResourceStep(Class<?> shown, Set<Class<?>> running, boolean unseen, boolean later) {

  public ResourceStep {
    running = Set.copyOf(running);
  }

  public static ResourceStep exactly(Class<?> type) {
    return new ResourceStep(type, Set.of(type), false, false);
  }

  /** All types that may say something of this resource. */
  public TypeHierarchy types() {
    List<Class<?>> roots = new ArrayList<>(running);
    roots.add(shown);
    return TypeHierarchy.of(roots);
  }

  /** Whether something that is declared to return a type may have returned this resource. */
  public boolean mayComeAs(Class<?> declared) {
    return declared.isAssignableFrom(shown)
        || running.stream().anyMatch(declared::isAssignableFrom)
        // a future, a class, Object: what it leads to may be anything
        || TypeHierarchy.of(declared).resourceTypes().isEmpty();
  }
}
