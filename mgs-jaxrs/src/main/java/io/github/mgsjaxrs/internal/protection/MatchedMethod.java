package io.github.mgsjaxrs.internal.protection;

import io.github.mgsjaxrs.MgsUnsigned;
import java.lang.reflect.GenericArrayType;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The method that a runtime matched, and what the classes that may run it declare for it: only that
 * can exempt it, and by its exact parameter types.
 */
public final class MatchedMethod {

  private final Method matched;
  private final Set<Class<?>> running;

  /**
   * A matched method.
   *
   * @param matched as the runtime names it, possibly of a supertype
   * @param running the classes that may run it
   */
  public MatchedMethod(Method matched, Set<Class<?>> running) {
    this.matched = matched;
    this.running = running;
  }

  /** Whether every class that may run it declares it itself, with an exemption. */
  public boolean isExempt() {
    return running.stream().map(this::declaredBy).allMatch(Declared::isExempt);
  }

  /**
   * Whether a method of the same name and number of parameters may be this one, or one that it
   * overrides. Two that surely are not are overloads of each other.
   *
   * @param other a method of the running classes or of their supertypes
   */
  public boolean maybe(Method other) {
    if (running.contains(other.getDeclaringClass())) {
      List<Method> declared = declaredBy(other.getDeclaringClass()).methods();
      if (!declared.isEmpty()) {
        return declared.contains(other) || haveSameParameters(other, matched);
      }
    }
    return !areSurelyOverloads(other, matched)
        || running.stream()
            .flatMap(type -> declaredBy(type).methods().stream())
            .anyMatch(method -> !areSurelyOverloads(other, method));
  }

  /**
   * What runs when the matched method is called on a class that declares it.
   *
   * @param methods the method itself; if there is but a bridge to it, those that this may lead to
   * @param bridge the bridge, or null where the method itself is there
   */
  private record Declared(List<Method> methods, @Nullable Method bridge) {

    boolean isExempt() {
      // compilers copy to a bridge what stands on the one method that it leads to; if this one
      // did not, or the bridge may lead to a superclass, all have to be exempt
      return !methods.isEmpty()
          && (methods.stream().allMatch(Declared::hasExemption)
              || (bridge != null && hasExemption(bridge) && !mayLeadUp(bridge)));
    }

    /** A method of a superclass that others cannot see gets a bridge, with its annotations. */
    private static boolean mayLeadUp(Method bridge) {
      Class<?> type = bridge.getDeclaringClass().getSuperclass();
      while (type != null) {
        for (Method inherited : type.getDeclaredMethods()) {
          if (inherited.getName().equals(bridge.getName())
              && haveSameParameters(inherited, bridge)
              && !Modifier.isAbstract(inherited.getModifiers())) {
            return true;
          }
        }
        type = type.getSuperclass();
      }
      return false;
    }

    private static boolean hasExemption(Method method) {
      return method.isAnnotationPresent(MgsUnsigned.class);
    }
  }

  private Declared declaredBy(Class<?> type) {
    List<Method> narrower = new ArrayList<>();
    Method bridge = null;
    for (Method method : type.getDeclaredMethods()) {
      if (!method.getName().equals(matched.getName())
          || method.getParameterCount() != matched.getParameterCount()) {
        continue;
      }
      if (haveSameParameters(method, matched)) {
        if (!method.isBridge()) {
          return new Declared(List.of(method), null);
        }
        bridge = method;
      } else if (!method.isBridge() && isNarrower(method)) {
        narrower.add(method);
      }
    }
    return new Declared(bridge == null ? List.of() : narrower, bridge);
  }

  private boolean isNarrower(Method method) {
    Class<?>[] own = method.getParameterTypes();
    Class<?>[] wider = matched.getParameterTypes();
    for (int i = 0; i < own.length; i++) {
      if (!wider[i].isAssignableFrom(own[i])) {
        return false;
      }
    }
    return true;
  }

  private static boolean haveSameParameters(Method one, Method other) {
    return Arrays.equals(one.getParameterTypes(), other.getParameterTypes());
  }

  /** Whether two methods of one name and number of parameters cannot override each other. */
  public static boolean areSurelyOverloads(Method one, Method other) {
    for (int i = 0; i < one.getParameterCount(); i++) {
      if (one.getParameterTypes()[i] != other.getParameterTypes()[i]
          && !isVariable(one.getGenericParameterTypes()[i])
          && !isVariable(other.getGenericParameterTypes()[i])) {
        return true;
      }
    }
    return false;
  }

  /** Whether a subclass may give the parameter another type. */
  private static boolean isVariable(Type parameter) {
    return parameter instanceof TypeVariable<?>
        || (parameter instanceof GenericArrayType array
            && isVariable(array.getGenericComponentType()));
  }
}
