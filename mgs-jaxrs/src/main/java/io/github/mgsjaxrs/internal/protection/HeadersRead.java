package io.github.mgsjaxrs.internal.protection;

import io.github.mgsjaxrs.internal.protection.TypeBindings.Known;
import io.github.mgsjaxrs.internal.request.HeaderNames;
import io.github.mgsjaxrs.internal.scheme.NeededHeaders;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.HeaderParam;
import java.lang.annotation.Annotation;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.lang.reflect.Member;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Type;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The headers that a matched resource is known to read, by {@link HeaderParam} and {@link
 * CookieParam}: on the method and those that it overrides, on what is injected into the class and
 * its superclasses, and in their {@link BeanParam}s, whose type may be a variable that a subclass
 * gives a class. What stands in a bean of no known class is told as such. More than that nobody can
 * see.
 *
 * <p>Quarkus REST takes a parameter of a method for a bean whose class has such fields, annotated
 * or not: these are looked into on every runtime. Fields without an annotation nobody injects.
 */
public final class HeadersRead {

  /** More are looked for anew each time: only so many methods are resources. */
  private static final int MOST_REMEMBERED = 10_000;

  /** Generic beans may have each other with other types without end. */
  private static final int MOST_BEANS = 1_000;

  private record Matched(Class<?> resource, Method method) {}

  private final Map<Matched, NeededHeaders> known = new ConcurrentHashMap<>();

  /** For one application. */
  public HeadersRead() {}

  /**
   * Those of one method.
   *
   * @param resource the class that it was matched in
   * @param method the method
   * @return what is read, and where nobody knows that
   */
  public NeededHeaders of(Class<?> resource, Method method) {
    Matched matched = new Matched(resource, method);
    NeededHeaders headers = known.get(matched);
    if (headers == null) {
      headers = new Search(method).of(resource);
      if (known.size() < MOST_REMEMBERED) {
        known.put(matched, headers);
      }
    }
    return headers;
  }

  /** One look, which sees no bean twice. */
  private static final class Search {
    private final Method method;
    private final Set<String> names = new TreeSet<>();
    private final Set<String> unseen = new TreeSet<>();
    private final Set<Known> seen = new HashSet<>();

    Search(Method method) {
      this.method = method;
    }

    NeededHeaders of(Class<?> resource) {
      TypeBindings types = TypeBindings.of(resource);
      // of a proxy that shows an interface alone, the method may be of another class
      TypeBindings declaring =
          types.types().contains(method.getDeclaringClass())
              ? types
              : TypeBindings.of(method.getDeclaringClass());
      lookAt(types, declaring);
      if (declaring != types) {
        lookAt(declaring, declaring);
      }
      return new NeededHeaders(Set.of(), names, unseen);
    }

    private void lookAt(TypeBindings types, TypeBindings declaring) {
      for (Class<?> type : types.types()) {
        lookAtInjected(type, types);
        for (Method declared : type.getDeclaredMethods()) {
          if (declared.getName().equals(method.getName())
              && declared.getParameterCount() == method.getParameterCount()
              // which one a bridge leads to its own types do not tell
              && (method.isBridge() || types.maybeSame(declared, declaring, method))) {
            lookAtParameters(declared, types, true);
          }
        }
      }
    }

    private void lookAtInjected(Class<?> type, TypeBindings types) {
      for (Field field : type.getDeclaredFields()) {
        lookAt(types.resolved(field.getGenericType()), field.getAnnotations(), field);
      }
      for (Constructor<?> constructor : type.getDeclaredConstructors()) {
        lookAtParameters(constructor, types, false);
      }
      for (Method setter : type.getDeclaredMethods()) {
        Type[] given = setter.getGenericParameterTypes();
        if (given.length == 1) {
          lookAt(types.resolved(given[0]), setter.getAnnotations(), setter);
        }
      }
    }

    /** Those of an inner class have an outer object in front, which is no part of the source. */
    private void lookAtParameters(Executable taking, TypeBindings types, boolean alsoPlain) {
      Annotation[][] annotations = taking.getParameterAnnotations();
      Type[] given = taking.getGenericParameterTypes();
      for (int i = 0; i < annotations.length; i++) {
        Known type = given.length == annotations.length ? types.resolved(given[i]) : null;
        lookAt(type, annotations[i], taking);
        if (alsoPlain && type != null && isPlain(annotations[i]) && maybeBean(type.raw())) {
          lookAtBean(type, taking);
        }
      }
    }

    private static boolean isPlain(Annotation[] annotations) {
      for (Annotation annotation : annotations) {
        if (annotation.annotationType().getName().startsWith("jakarta.ws.rs.")) {
          return false;
        }
      }
      return true;
    }

    private static boolean maybeBean(Class<?> type) {
      String name = type.getName();
      return !type.isPrimitive()
          && !type.isArray()
          && !type.isInterface()
          && !name.startsWith("java.")
          && !name.startsWith("javax.")
          && !name.startsWith("jakarta.");
    }

    private void lookAt(@Nullable Known type, Annotation[] annotations, Member where) {
      for (Annotation annotation : annotations) {
        if (annotation instanceof HeaderParam header) {
          names.add(HeaderNames.lowerCase(header.value()));
        } else if (annotation instanceof CookieParam) {
          names.add("cookie");
        } else if (annotation instanceof BeanParam) {
          if (type == null || Modifier.isAbstract(type.raw().getModifiers())) {
            unseen.add(told(where));
          } else {
            lookAtBean(type, where);
          }
        }
      }
    }

    private void lookAtBean(Known bean, Member where) {
      if (!seen.add(bean)) {
        return;
      }
      if (seen.size() > MOST_BEANS) {
        unseen.add(told(where));
        return;
      }
      try {
        TypeBindings types = TypeBindings.of(bean);
        for (Class<?> type : types.types()) {
          lookAtInjected(type, types);
        }
      } catch (LinkageError | TypeNotPresentException unreadable) {
        unseen.add(told(where));
      }
    }

    /** The class and the member, without types, which could be long. */
    private static String told(Member where) {
      String type = where.getDeclaringClass().getName();
      return where instanceof Constructor<?>
          ? "a constructor of " + type
          : type + "." + where.getName();
    }
  }
}
