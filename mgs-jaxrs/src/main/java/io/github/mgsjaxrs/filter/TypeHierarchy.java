package io.github.mgsjaxrs.filter;

import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A class with all its superclasses and interfaces. Proxies of CDI and EJB are subclasses, so that
 * the walk passes through them.
 */
final class TypeHierarchy {

  private final Set<Class<?>> types = new LinkedHashSet<>();

  private TypeHierarchy() {}

  static TypeHierarchy of(Class<?>... roots) {
    TypeHierarchy hierarchy = new TypeHierarchy();
    for (Class<?> root : roots) {
      hierarchy.add(root);
    }
    return hierarchy;
  }

  private void add(@Nullable Class<?> type) {
    if (type == null || type == Object.class || !types.add(type)) {
      return;
    }
    add(type.getSuperclass());
    for (Class<?> implemented : type.getInterfaces()) {
      add(implemented);
    }
  }

  /** The annotations of one kind on all of these types. */
  <A extends Annotation> List<A> annotations(Class<A> kind) {
    List<A> found = new ArrayList<>();
    for (Class<?> type : types) {
      addIfPresent(found, type.getDeclaredAnnotation(kind));
    }
    return found;
  }

  /**
   * Everything that may be one method, its overrides and what it implements: a generic {@code m(T)}
   * is implemented by {@code m(String)}, so parameter types are not compared.
   */
  List<Method> methods(String name, int parameterCount) {
    List<Method> found = new ArrayList<>();
    for (Class<?> type : types) {
      for (Method method : type.getDeclaredMethods()) {
        if (method.getName().equals(name) && method.getParameterCount() == parameterCount) {
          found.add(method);
        }
      }
    }
    return found;
  }

  /** Each locator of these types with its overrides: a path, and no HTTP method anywhere. */
  List<List<Method>> locators() {
    Set<String> seen = new LinkedHashSet<>();
    List<List<Method>> locators = new ArrayList<>();
    for (Class<?> type : types) {
      for (Method method : type.getDeclaredMethods()) {
        if (seen.add(method.getName() + '/' + method.getParameterCount())) {
          List<Method> family = methods(method.getName(), method.getParameterCount());
          if (isLocator(family)) {
            locators.add(family);
          }
        }
      }
    }
    return locators;
  }

  private static boolean isLocator(Collection<Method> family) {
    return family.stream().anyMatch(method -> method.isAnnotationPresent(Path.class))
        && family.stream().noneMatch(TypeHierarchy::hasHttpMethod);
  }

  /** Whether a method says by an annotation which HTTP method it answers. */
  static boolean hasHttpMethod(Method method) {
    for (Annotation annotation : method.getAnnotations()) {
      if (annotation.annotationType().isAnnotationPresent(HttpMethod.class)) {
        return true;
      }
    }
    return false;
  }

  static <A extends Annotation> List<A> annotations(Collection<Method> methods, Class<A> kind) {
    List<A> found = new ArrayList<>();
    for (Method method : methods) {
      addIfPresent(found, method.getDeclaredAnnotation(kind));
    }
    return found;
  }

  private static <A> void addIfPresent(List<A> found, @Nullable A annotation) {
    if (annotation != null) {
      found.add(annotation);
    }
  }
}
