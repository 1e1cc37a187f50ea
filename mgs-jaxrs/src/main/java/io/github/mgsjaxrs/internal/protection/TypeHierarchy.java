package io.github.mgsjaxrs.internal.protection;

import io.github.mgsjaxrs.internal.scheme.Requirement;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Some classes with all their superclasses and interfaces. Proxies of CDI and EJB are mostly
 * subclasses, so that the walk passes through them.
 */
public final class TypeHierarchy {

  private static final Package STANDARD = HttpMethod.class.getPackage();
  private static final String SPRING = "org.springframework.web.bind.annotation.RequestMapping";

  private final Set<Class<?>> types = new LinkedHashSet<>();

  private TypeHierarchy() {}

  public static TypeHierarchy of(Class<?>... roots) {
    return of(List.of(roots));
  }

  public static TypeHierarchy of(Collection<Class<?>> roots) {
    TypeHierarchy hierarchy = new TypeHierarchy();
    roots.forEach(hierarchy::add);
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

  /** These types. */
  public Set<Class<?>> all() {
    return Collections.unmodifiableSet(types);
  }

  /** What the marks on all of these types ask for. */
  public List<Requirement> marks() {
    return marks(types);
  }

  /** What the marks on some types or methods ask for. */
  public static List<Requirement> marks(Collection<? extends AnnotatedElement> elements) {
    List<Requirement> marks = new ArrayList<>();
    elements.forEach(element -> marks.addAll(DeclaredMarks.on(element)));
    return marks;
  }

  /**
   * Everything that may be one method, its overrides and what it implements: a generic {@code m(T)}
   * is implemented by {@code m(String)}, so parameter types are not compared.
   */
  public List<Method> methods(String name, int parameterCount) {
    return methods().stream()
        .filter(
            method -> method.getName().equals(name) && method.getParameterCount() == parameterCount)
        .toList();
  }

  /** All methods that these types declare. */
  public List<Method> methods() {
    List<Method> methods = new ArrayList<>();
    for (Class<?> type : types) {
      methods.addAll(List.of(type.getDeclaredMethods()));
    }
    return methods;
  }

  /**
   * Each method that may be a locator: a declaration with a path of its own and without an HTTP
   * method of its own. What else has its name says nothing against that: an overload is another
   * method, and JAX-RS takes no annotations from a supertype where a method has its own.
   */
  public List<Method> locators() {
    return methods().stream()
        .filter(method -> method.isAnnotationPresent(Path.class) && !hasHttpMethod(method))
        .toList();
  }

  /** Those types that declare resource methods or locators, so that JAX-RS takes them for such. */
  public Set<Class<?>> resourceTypes() {
    Set<Class<?>> resources = new LinkedHashSet<>();
    for (Class<?> type : types) {
      for (Method method : type.getDeclaredMethods()) {
        if (method.isAnnotationPresent(Path.class) || hasHttpMethod(method)) {
          resources.add(type);
        }
      }
    }
    return resources;
  }

  /** Whether requests may be matched with a method, or with one that it may override. */
  public boolean mayBeMatched(Method method) {
    return methods(method.getName(), method.getParameterCount()).stream()
        .anyMatch(same -> isMatchable(same) && !MatchedMethod.areSurelyOverloads(same, method));
  }

  /** Whether a method says itself that requests may be matched with it, or lead through it. */
  private static boolean isMatchable(Method method) {
    return method.isAnnotationPresent(Path.class)
        || hasHttpMethod(method)
        || Arrays.stream(method.getAnnotations()).anyMatch(TypeHierarchy::isOfSpring);
  }

  /** Quarkus takes these for resource methods, and leaves their annotations as they are. */
  private static boolean isOfSpring(Annotation annotation) {
    Class<?> type = annotation.annotationType();
    return type.getName().equals(SPRING)
        || Arrays.stream(type.getAnnotations())
            .anyMatch(carried -> carried.annotationType().getName().equals(SPRING));
  }

  /** Whether a method says by an annotation which HTTP method it answers. */
  public static boolean hasHttpMethod(Method method) {
    return httpMethods(method).findAny().isPresent();
  }

  /** Whether it says so by an annotation that is no part of Jakarta REST. */
  public static boolean hasOwnHttpMethod(Method method) {
    return httpMethods(method).anyMatch(type -> !type.getPackage().equals(STANDARD));
  }

  private static Stream<Class<? extends Annotation>> httpMethods(Method method) {
    return Arrays.stream(method.getAnnotations())
        .<Class<? extends Annotation>>map(Annotation::annotationType)
        .filter(type -> type.isAnnotationPresent(HttpMethod.class));
  }
}
