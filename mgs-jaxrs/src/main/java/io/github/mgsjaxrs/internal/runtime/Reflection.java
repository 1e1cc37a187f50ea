package io.github.mgsjaxrs.internal.runtime;

import java.lang.reflect.Field;
import java.lang.reflect.Method;
import org.jspecify.annotations.Nullable;

/**
 * Reads what a runtime knows through classes that are no part of any API, and that this library is
 * not compiled against. Whoever asks has to treat an exception as "cannot be known".
 */
public final class Reflection {

  private Reflection() {}

  /**
   * A field, readable.
   *
   * @param type the class that has it, or a subclass
   * @param name the field's name
   * @return the field
   * @throws ReflectiveOperationException if this version of the runtime has no such field
   */
  public static Field field(Class<?> type, String name) throws ReflectiveOperationException {
    for (Class<?> at = type; at != null; at = at.getSuperclass()) {
      for (Field field : at.getDeclaredFields()) {
        if (field.getName().equals(name)) {
          field.setAccessible(true);
          return field;
        }
      }
    }
    throw new NoSuchFieldException(type.getName() + "." + name);
  }

  /**
   * The value of a field.
   *
   * @param owner the object
   * @param name the field's name, in its class or a superclass
   * @return the value
   * @throws ReflectiveOperationException if this version of the runtime has no such field
   */
  public static @Nullable Object value(Object owner, String name)
      throws ReflectiveOperationException {
    return field(owner.getClass(), name).get(owner);
  }

  /**
   * A method, callable.
   *
   * @param type the class that has it, or a subclass
   * @param name the method's name; it need not be public
   * @param arguments what it has to take, none of them null
   * @return the method
   * @throws ReflectiveOperationException if this version of the runtime has no such method
   */
  public static Method method(Class<?> type, String name, Object... arguments)
      throws ReflectiveOperationException {
    for (Class<?> at = type; at != null; at = at.getSuperclass()) {
      for (Method method : at.getDeclaredMethods()) {
        if (method.getName().equals(name) && fits(method, arguments)) {
          method.setAccessible(true);
          return method;
        }
      }
    }
    throw new NoSuchMethodException(type.getName() + "." + name);
  }

  /**
   * What a method returns.
   *
   * @param owner the object
   * @param name the method's name
   * @param arguments none of them null
   * @return the result
   * @throws ReflectiveOperationException if this version of the runtime has no such method, or it
   *     throws
   */
  public static @Nullable Object call(Object owner, String name, Object... arguments)
      throws ReflectiveOperationException {
    return method(owner.getClass(), name, arguments).invoke(owner, arguments);
  }

  /**
   * A value that has to be there.
   *
   * @param value what was read
   * @param what it is, for the operator
   * @return the value
   * @throws ReflectiveOperationException if it is not there
   */
  public static Object present(@Nullable Object value, String what)
      throws ReflectiveOperationException {
    if (value == null) {
      throw new ReflectiveOperationException(what + " is not there");
    }
    return value;
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
