package io.github.mgsjaxrs.internal.protection;

import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the type variables of a class and of all its supertypes stand for, as far as declarations
 * tell it (Java Language Specification, 4.5 and 8.1.4). Of raw types, wildcards, and variables of a
 * method they do not.
 */
final class TypeBindings {

  /**
   * A class, with what its type variables are.
   *
   * @param raw the class
   * @param arguments one for each variable, null where that is unknown; empty for a raw type
   */
  record Known(Class<?> raw, List<@Nullable Known> arguments) {

    int depth() {
      int deepest = 0;
      for (Known argument : arguments) {
        deepest = Math.max(deepest, argument == null ? 0 : argument.depth());
      }
      return 1 + deepest;
    }
  }

  /** A type may be given to itself without end; what lies deeper is not known. */
  private static final int DEEPEST = 8;

  private final Map<TypeVariable<?>, Known> bindings = new HashMap<>();
  private final Set<Class<?>> types = new LinkedHashSet<>();

  private TypeBindings() {}

  /** Those of a class whose own variables nobody knows. */
  static TypeBindings of(Class<?> type) {
    return of(new Known(type, List.of()));
  }

  static TypeBindings of(Known type) {
    TypeBindings found = new TypeBindings();
    found.add(type);
    return found;
  }

  private void add(@Nullable Known type) {
    if (type == null) {
      return;
    }
    TypeVariable<?>[] variables = type.raw().getTypeParameters();
    for (int i = 0; i < variables.length && i < type.arguments().size(); i++) {
      Known argument = type.arguments().get(i);
      if (argument != null) {
        bindings.put(variables[i], argument);
      }
    }
    if (!types.add(type.raw())) {
      return;
    }
    Type superclass = type.raw().getGenericSuperclass();
    if (superclass != null) {
      add(resolved(superclass));
    }
    for (Type shown : type.raw().getGenericInterfaces()) {
      add(resolved(shown));
    }
  }

  /** The class and its supertypes. */
  Set<Class<?>> types() {
    return types;
  }

  /** What a type is that is declared in one of these types; null if that is no known class. */
  @Nullable Known resolved(Type type) {
    if (type instanceof Class<?> known) {
      return new Known(known, List.of());
    }
    if (type instanceof ParameterizedType generic && generic.getRawType() instanceof Class<?> raw) {
      List<@Nullable Known> arguments = new ArrayList<>();
      for (Type argument : generic.getActualTypeArguments()) {
        Known known = resolved(argument);
        arguments.add(known == null || known.depth() >= DEEPEST ? null : known);
      }
      return new Known(raw, arguments);
    }
    return type instanceof TypeVariable<?> variable ? bindings.get(variable) : null;
  }

  /**
   * Whether two methods of one name may be one: one parameter after the other is of one class, or
   * nobody knows of which.
   *
   * @param own a method of one of these types
   * @param there what the other method's types stand for
   * @param other the other method
   */
  boolean maybeSame(Method own, TypeBindings there, Method other) {
    Type[] ours = own.getGenericParameterTypes();
    Type[] theirs = other.getGenericParameterTypes();
    if (ours.length != theirs.length) {
      return own.getParameterCount() == other.getParameterCount();
    }
    for (int i = 0; i < ours.length; i++) {
      Known one = resolved(ours[i]);
      Known another = there.resolved(theirs[i]);
      if (one != null && another != null && one.raw() != another.raw()) {
        return false;
      }
    }
    return true;
  }
}
