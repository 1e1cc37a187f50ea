package io.github.mgsjaxrs.filter;

import java.lang.reflect.Method;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Asks a proxy of a container (Weld, ArC, OpenWebBeans, HK2) for the class that it stands for, by
 * the container's own interface, which need not be there. CDI itself has no way to ask.
 */
final class ProxiedObject {

  private static final System.Logger LOG = System.getLogger(ProxiedObject.class.getName());

  private static final String WELD = "org.jboss.weld.proxy.WeldClientProxy";
  private static final String ARC = "io.quarkus.arc.ClientProxy";
  private static final String OPEN_WEB_BEANS = "org.apache.webbeans.proxy.OwbNormalScopeProxy";
  private static final String HK2 = "org.glassfish.hk2.api.ProxyCtl";
  private static final String OF_OPEN_WEB_BEANS =
      "org.apache.webbeans.proxy.NormalScopeProxyFactory";

  private ProxiedObject() {}

  /**
   * The class behind a proxy. Where the container knows it of the bean, no object is needed; where
   * code makes the object, the container may create it for that.
   *
   * @param shown what a runtime shows
   * @return the class; that of the proxy itself where this is no such proxy, or does not tell
   */
  static Class<?> classBehind(Object shown) {
    try {
      Class<?> behind = ask(shown);
      return behind == null ? shown.getClass() : behind;
    } catch (ReflectiveOperationException | RuntimeException | LinkageError hidden) {
      LOG.log(System.Logger.Level.DEBUG, "A proxy does not tell what it stands for", hidden);
      return shown.getClass();
    }
  }

  private static @Nullable Class<?> ask(Object shown) throws ReflectiveOperationException {
    for (Class<?> type = shown.getClass(); type != null; type = type.getSuperclass()) {
      for (Class<?> shape : type.getInterfaces()) {
        switch (shape.getName()) {
          case WELD -> {
            return askWeld(shape.getMethod("getMetadata"), shown);
          }
          case ARC -> {
            return askArc(shape, shown);
          }
          case OPEN_WEB_BEANS -> {
            return classOf(
                Class.forName(OF_OPEN_WEB_BEANS, true, shape.getClassLoader())
                    .getMethod("unwrapInstance", Object.class)
                    .invoke(null, shown));
          }
          case HK2 -> {
            return classOf(shape.getMethod("__make").invoke(shown));
          }
          default -> {}
        }
      }
    }
    return null;
  }

  private static @Nullable Class<?> askWeld(Method getMetadata, Object shown)
      throws ReflectiveOperationException {
    Object metadata = getMetadata.invoke(shown);
    Class<?> shape = getMetadata.getReturnType();
    Method getBean = shape.getMethod("getBean");
    Object bean = getBean.invoke(metadata);
    return isMadeOfClass(bean.getClass())
        ? beanClass(getBean.getReturnType(), bean)
        : classOf(shape.getMethod("getContextualInstance").invoke(metadata));
  }

  /** Weld's beans that are made of a class, or are session beans; what code produces is another. */
  private static boolean isMadeOfClass(Class<?> bean) {
    for (Class<?> type = bean; type != null; type = type.getSuperclass()) {
      if (type.getName().equals("org.jboss.weld.bean.ManagedBean")
          || Arrays.stream(type.getInterfaces())
              .anyMatch(shape -> shape.getName().equals("org.jboss.weld.bean.SessionBean"))) {
        return true;
      }
    }
    return false;
  }

  private static @Nullable Class<?> askArc(Class<?> shape, Object shown)
      throws ReflectiveOperationException {
    Method getBean = shape.getMethod("arc_bean");
    Object bean = getBean.invoke(shown);
    Object kind = getBean.getReturnType().getMethod("getKind").invoke(bean);
    return kind.toString().equals("CLASS")
        ? beanClass(getBean.getReturnType(), bean)
        : classOf(shape.getMethod("arc_contextualInstance").invoke(shown));
  }

  private static Class<?> beanClass(Class<?> shape, Object bean)
      throws ReflectiveOperationException {
    return (Class<?>) shape.getMethod("getBeanClass").invoke(bean);
  }

  private static @Nullable Class<?> classOf(@Nullable Object behind) {
    return behind == null ? null : behind.getClass();
  }
}
