package io.github.mgsjaxrs.filter;

import io.github.mgsjaxrs.KooGallerySigned;
import io.github.mgsjaxrs.MgsRpcSigned;
import io.github.mgsjaxrs.MgsSigned;
import io.github.mgsjaxrs.MgsUnsigned;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Looks up the marks on the way to a matched method. JAX-RS name binding alone leaves many of these
 * places out, differently on each runtime; when in doubt, a method counts as marked.
 */
final class Marks {

  /** What the lookup came to. */
  sealed interface Finding {}

  /** Some mark protects the method. */
  record Marked(Requirement requirement) implements Finding {}

  /** The method exempts itself from the mark of its class. */
  record Exempt() implements Finding {}

  /** There is no mark. */
  record Unmarked() implements Finding {}

  private Marks() {}

  /**
   * Looks at the application, the matched classes from the root on, the locators between them, and
   * the matched method.
   *
   * @param application the application's classes, wrappers included
   * @param matched the classes of the matched resources, the root first
   * @param resource the class of the matched method, possibly a proxy's
   * @param method the matched method
   * @return what was found
   */
  static Finding find(
      List<Class<?>> application, List<Class<?>> matched, Class<?> resource, Method method) {
    List<Requirement> onTheWay = new ArrayList<>();
    // each step once: a way through locators that lead to themselves can be as long as a path
    Set<List<Class<?>>> steps = new LinkedHashSet<>();
    for (int i = 0; i + 1 < matched.size(); i++) {
      steps.add(List.of(matched.get(i), matched.get(i + 1)));
    }
    for (List<Class<?>> step : steps) {
      Class<?> parent = step.get(0);
      Class<?> child = step.get(1);
      if (!isSame(parent, resource)) {
        onTheWay.addAll(requirements(TypeHierarchy.of(parent)));
      }
      onTheWay.addAll(locatorMarks(parent, child));
    }
    TypeHierarchy own = TypeHierarchy.of(resource, method.getDeclaringClass());
    onTheWay.addAll(requirements(own.methods(method.getName(), method.getParameterCount())));

    List<Requirement> exemptible = new ArrayList<>(requirements(own));
    application.forEach(type -> exemptible.addAll(requirements(TypeHierarchy.of(type))));

    boolean exempt = onTheWay.isEmpty() && declaresExemption(resource, method);
    if (!exempt) {
      onTheWay.addAll(exemptible);
    }
    Requirement requirement = merged(onTheWay);
    if (requirement != null) {
      return new Marked(requirement);
    }
    return exempt ? new Exempt() : new Unmarked();
  }

  private static boolean isSame(Class<?> parent, Class<?> resource) {
    return parent == resource || unproxied(parent) == unproxied(resource);
  }

  private static @Nullable Requirement merged(List<Requirement> marks) {
    return marks.stream().reduce(Requirement::and).orElse(null);
  }

  /** What the marks on these types ask for. */
  private static List<Requirement> requirements(TypeHierarchy types) {
    List<Requirement> marks = new ArrayList<>();
    types.annotations(MgsSigned.class).forEach(mark -> marks.add(Requirement.of(mark)));
    types.annotations(MgsRpcSigned.class).forEach(mark -> marks.add(Requirement.of(mark)));
    types.annotations(KooGallerySigned.class).forEach(mark -> marks.add(Requirement.of(mark)));
    return marks;
  }

  /** What the marks on these methods ask for. */
  private static List<Requirement> requirements(Collection<Method> methods) {
    List<Requirement> marks = new ArrayList<>();
    TypeHierarchy.annotations(methods, MgsSigned.class)
        .forEach(mark -> marks.add(Requirement.of(mark)));
    TypeHierarchy.annotations(methods, MgsRpcSigned.class)
        .forEach(mark -> marks.add(Requirement.of(mark)));
    TypeHierarchy.annotations(methods, KooGallerySigned.class)
        .forEach(mark -> marks.add(Requirement.of(mark)));
    return marks;
  }

  /**
   * The marks of the locators that may have led from one class to the next. They are told by their
   * return type, never by URI templates: matrix parameters and encoded slashes slip through those.
   */
  private static List<Requirement> locatorMarks(Class<?> parent, Class<?> child) {
    List<Requirement> fitting = new ArrayList<>();
    List<Requirement> any = new ArrayList<>();
    boolean fits = false;
    for (List<Method> locator : TypeHierarchy.of(parent).locators()) {
      List<Requirement> marks = requirements(locator);
      any.addAll(marks);
      if (locator.stream().anyMatch(method -> mayReturn(method.getReturnType(), child))) {
        fits = true;
        fitting.addAll(marks);
      }
    }
    return fits ? fitting : any;
  }

  private static boolean mayReturn(Class<?> returned, Class<?> child) {
    return returned.isAssignableFrom(child) || returned == Class.class;
  }

  /** Only the running class itself can open its method, not what it inherits from. */
  private static boolean declaresExemption(Class<?> resource, Method method) {
    Class<?> running = unproxied(resource);
    for (Method declared : running.getDeclaredMethods()) {
      if (declared.isAnnotationPresent(MgsUnsigned.class)
          && declared.getName().equals(method.getName())
          && overrides(declared, method)) {
        return true;
      }
    }
    return false;
  }

  private static boolean overrides(Method declared, Method matched) {
    Class<?>[] own = declared.getParameterTypes();
    Class<?>[] other = matched.getParameterTypes();
    if (own.length != other.length) {
      return false;
    }
    for (int i = 0; i < own.length; i++) {
      // a matched generic or proxied method may have wider types
      if (!other[i].isAssignableFrom(own[i])) {
        return false;
      }
    }
    return true;
  }

  /**
   * The class that a CDI or EJB container subclassed; a proxy that is not known stays protected.
   */
  private static Class<?> unproxied(Class<?> type) {
    Class<?> current = type;
    while ((current.isSynthetic()
            || current.getName().matches(".*(\\$\\$|\\$Proxy\\$|_ClientProxy|_Subclass).*"))
        && current.getSuperclass() != null
        && current.getSuperclass() != Object.class) {
      current = current.getSuperclass();
    }
    return current;
  }
}
