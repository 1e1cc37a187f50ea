package io.github.mgsjaxrs.cdi;

import jakarta.enterprise.inject.spi.Bean;
import java.lang.reflect.Method;
import java.lang.reflect.Type;
import org.jspecify.annotations.Nullable;

/**
 * Asks a bean of ArC whether it is made of its class: ArC tells no extension of the beans that
 * others make. By name, as ArC need not be there.
 */
final class BeanKinds {

  private static final String OF_ARC = "io.quarkus.arc.InjectableBean";

  private BeanKinds() {}

  /**
   * Whether code makes the objects of a bean, so that they may have any class with its types.
   *
   * @param bean a bean
   * @return whether it is a producer or a synthetic bean; of other containers than ArC only one
   *     that has a type which its class has not, as session beans may, too
   */
  static boolean isMadeByCode(Bean<?> bean) {
    Class<?> shape = arc(bean.getClass());
    return shape == null
        ? bean.getTypes().stream().anyMatch(type -> isNone(type, bean.getBeanClass()))
        : !kind(bean, shape).equals("CLASS");
  }

  private static boolean isNone(Type type, Class<?> bean) {
    return type instanceof Class<?> known && !known.isAssignableFrom(bean);
  }

  private static @Nullable Class<?> arc(Class<?> bean) {
    for (Class<?> type = bean; type != null; type = type.getSuperclass()) {
      for (Class<?> shape : type.getInterfaces()) {
        if (shape.getName().equals(OF_ARC)) {
          return shape;
        }
      }
    }
    return null;
  }

  private static String kind(Bean<?> bean, Class<?> shape) {
    try {
      Method getKind = shape.getMethod("getKind");
      return getKind.invoke(bean).toString();
    } catch (ReflectiveOperationException unknown) {
      // an ArC of another shape: what is not known may be made by code
      return "unknown";
    }
  }
}
