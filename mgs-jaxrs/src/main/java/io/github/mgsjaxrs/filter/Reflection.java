package io.github.mgsjaxrs.filter;

import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import org.jspecify.annotations.Nullable;

/**
 * Reads what a runtime knows through classes that are no part of any API, and that this library is
 * not compiled against. Whoever asks has to treat an exception as "cannot be known".
 */
final class Reflection {

  private Reflection() {}

  /**
   * The value of a field.
   *
   * @param owner the object
   * @param name the field's name, in its class or a superclass
   * @return the value
   * @throws ReflectiveOperationException if this version of the runtime has no such field
   */
  static @Nullable Object field(Object owner, String name) throws ReflectiveOperationException {
    for (Class<?> type = owner.getClass(); type != null; type = type.getSuperclass()) {
      for (Field field : type.getDeclaredFields()) {
        if (field.getName().equals(name)) {
          field.setAccessible(true);
          return field.get(owner);
        }
      }
    }
    throw new NoSuchFieldException(owner.getClass().getName() + "." + name);
  }

  /**
   * What a method returns.
   *
   * @param owner the object
   * @param name the method's name; it need not be public, and is not overloaded by number
   * @param arguments none of them null
   * @return the result
   * @throws ReflectiveOperationException if this version of the runtime has no such method, or it
   *     throws
   */
  static @Nullable Object call(Object owner, String name, Object... arguments)
      throws ReflectiveOperationException {
    for (Class<?> type = owner.getClass(); type != null; type = type.getSuperclass()) {
      for (Method method : type.getDeclaredMethods()) {
        if (method.getName().equals(name) && fits(method, arguments)) {
          method.setAccessible(true);
          return result(owner, method, arguments);
        }
      }
    }
    throw new NoSuchMethodException(owner.getClass().getName() + "." + name);
  }

  /**
   * A value that has to be there.
   *
   * @param value what was read
   * @param what it is, for the operator
   * @return the value
   * @throws ReflectiveOperationException if it is not there
   */
  static Object present(@Nullable Object value, String what) throws ReflectiveOperationException {
    if (value == null) {
      throw new ReflectiveOperationException(what + " is not there");
    }
    return value;
  }

  private static @Nullable Object result(Object owner, Method method, Object... arguments)
      throws ReflectiveOperationException {
    try {
      return method.invoke(owner, arguments);
    } catch (InvocationTargetException thrown) {
      throw new ReflectiveOperationException(method + " failed", thrown.getCause());
    }
  }

  private static boolean fits(Method method, Object... arguments) {
    Class<?>[] types = method.getParameterTypes();
    if (types.length != arguments.length) {
      return false;
    }
    for (int i = 0; i < types.length; i++) {
      if (!types[i].isInstance(arguments[i])) {
        return false;
      }
    }
    return true;
  }
}
