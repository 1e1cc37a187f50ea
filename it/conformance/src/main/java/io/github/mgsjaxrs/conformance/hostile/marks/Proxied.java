package io.github.mgsjaxrs.conformance.hostile.marks;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;

/** Hides an object behind an interface, as containers and mocks do. */
public final class Proxied {

  private Proxied() {}

  /** A proxy that does nothing but call. */
  public static <T> T by(Class<T> api, T hidden) {
    return api.cast(
        Proxy.newProxyInstance(
            api.getClassLoader(),
            new Class<?>[] {api},
            (proxy, method, arguments) -> {
              try {
                return method.invoke(hidden, arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            }));
  }
}
