package io.github.mgsjaxrs.internal.protection;

import io.github.mgsjaxrs.internal.request.HeaderNames;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.HeaderParam;
import java.lang.annotation.Annotation;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The headers that a matched resource is known to read, by {@link HeaderParam} and {@link
 * CookieParam}: on the method and those that it overrides, on what is injected into the class and
 * its superclasses, and in their {@link BeanParam}s. More than that nobody can see.
 */
public final class HeadersRead {

  /** More are looked for anew each time: only so many methods are resources. */
  private static final int MOST_REMEMBERED = 10_000;

  private record Matched(Class<?> resource, Method method) {}

  private final Map<Matched, Set<String>> known = new ConcurrentHashMap<>();

  /** For one application. */
  public HeadersRead() {}

  /**
   * Those of one method.
   *
   * @param resource the class that it was matched in
   * @param method the method
   * @return names in lower case
   */
  public Set<String> of(Class<?> resource, Method method) {
    Matched matched = new Matched(resource, method);
    Set<String> names = known.get(matched);
    if (names == null) {
      names = new Search().of(resource, method);
      if (known.size() < MOST_REMEMBERED) {
        known.put(matched, names);
      }
    }
    return names;
  }

  /** One look, which sees no bean twice. */
  private static final class Search {
    private final Set<String> names = new TreeSet<>();
    private final Set<Class<?>> seen = new HashSet<>();

    Set<String> of(Class<?> resource, Method method) {
      lookAtInjected(resource);
      lookAtMethods(resource, method);
      lookAtMethods(method.getDeclaringClass(), method);
      return Set.copyOf(names);
    }

    private void lookAtMethods(Class<?> type, Method method) {
      for (Class<?> each = type; each != null; each = each.getSuperclass()) {
        lookAtDeclared(each, method);
        for (Class<?> shown : each.getInterfaces()) {
          lookAtMethods(shown, method);
        }
      }
    }

    /** By name and number of parameters, as those of a generic type are other ones there. */
    private void lookAtDeclared(Class<?> type, Method method) {
      for (Method declared : type.getDeclaredMethods()) {
        if (declared.getName().equals(method.getName())
            && declared.getParameterCount() == method.getParameterCount()) {
          lookAt(declared.getParameterTypes(), declared.getParameterAnnotations());
        }
      }
    }

    private void lookAtInjected(Class<?> type) {
      if (!seen.add(type)) {
        return;
      }
      for (Class<?> each = type;
          each != null && each != Object.class;
          each = each.getSuperclass()) {
        for (Field field : each.getDeclaredFields()) {
          lookAt(field.getType(), field.getAnnotations());
        }
        for (Constructor<?> constructor : each.getDeclaredConstructors()) {
          lookAt(constructor.getParameterTypes(), constructor.getParameterAnnotations());
        }
        for (Method setter : each.getDeclaredMethods()) {
          if (setter.getParameterCount() == 1) {
            lookAt(setter.getParameterTypes()[0], setter.getAnnotations());
          }
        }
      }
    }

    private void lookAt(Class<?>[] types, Annotation[][] annotations) {
      if (types.length != annotations.length) {
        // of an inner class, whose outer object is no parameter of the source
        Arrays.stream(annotations).forEach(each -> lookAt(Object.class, each));
        return;
      }
      for (int i = 0; i < types.length; i++) {
        lookAt(types[i], annotations[i]);
      }
    }

    private void lookAt(Class<?> type, Annotation[] annotations) {
      for (Annotation annotation : annotations) {
        if (annotation instanceof HeaderParam header) {
          names.add(HeaderNames.lowerCase(header.value()));
        } else if (annotation instanceof CookieParam) {
          names.add("cookie");
        } else if (annotation instanceof BeanParam) {
          lookAtInjected(type);
        }
      }
    }
  }
}
