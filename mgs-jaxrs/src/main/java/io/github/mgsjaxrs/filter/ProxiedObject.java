package io.github.mgsjaxrs.filter;

import java.lang.reflect.Method;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Asks proxies of a container (Weld, ArC, OpenWebBeans, HK2) for the class that they stand for, by
 * the container's own interface, which need not be there. CDI itself has no way to ask.
 *
 * <p>How to ask is found once for each class of proxies. The answer may be another one for each
 * request.
 */
final class ProxiedObject {

  private static final System.Logger LOG = System.getLogger(ProxiedObject.class.getName());

  private static final String WELD = "org.jboss.weld.proxy.WeldClientProxy";
  private static final String ARC = "io.quarkus.arc.ClientProxy";
  private static final String OPEN_WEB_BEANS = "org.apache.webbeans.proxy.OwbNormalScopeProxy";
  private static final String HK2 = "org.glassfish.hk2.api.ProxyCtl";
  private static final String OF_OPEN_WEB_BEANS =
      "org.apache.webbeans.proxy.NormalScopeProxyFactory";

  private interface Question {
    @Nullable Class<?> ask(Object proxy) throws ReflectiveOperationException;
  }

  private final Question question;

  private ProxiedObject(Question question) {
    this.question = question;
  }

  /**
   * Finds out how to ask.
   *
   * @param proxies the class of the proxies
   * @return asks them; those that are of no known container are never asked
   */
  static ProxiedObject of(Class<?> proxies) {
    try {
      return new ProxiedObject(question(proxies));
    } catch (ReflectiveOperationException | RuntimeException | LinkageError hidden) {
      tell(hidden);
      return new ProxiedObject(proxy -> null);
    }
  }

  /**
   * The class behind a proxy. Where the container knows it of the bean, no object is needed; where
   * code makes the object, the container may create it for that.
   *
   * @param shown what a runtime shows
   * @return the class; that of the proxy itself where this is no such proxy, or does not tell
   */
  Class<?> classBehind(Object shown) {
    try {
      Class<?> behind = question.ask(shown);
      return behind == null ? shown.getClass() : behind;
    } catch (ReflectiveOperationException | RuntimeException | LinkageError hidden) {
      tell(hidden);
      return shown.getClass();
    }
  }

  private static void tell(Throwable hidden) {
    LOG.log(System.Logger.Level.DEBUG, "A proxy does not tell what it stands for", hidden);
  }

  private static Question question(Class<?> proxies) throws ReflectiveOperationException {
    for (Class<?> type = proxies; type != null; type = type.getSuperclass()) {
      for (Class<?> shape : type.getInterfaces()) {
        switch (shape.getName()) {
          case WELD -> {
            return ofWeld(shape);
          }
          case ARC -> {
            return ofArc(shape);
          }
          case OPEN_WEB_BEANS -> {
            Method unwrap =
                Class.forName(OF_OPEN_WEB_BEANS, true, shape.getClassLoader())
                    .getMethod("unwrapInstance", Object.class);
            return proxy -> classOf(unwrap.invoke(null, proxy));
          }
          case HK2 -> {
            Method make = shape.getMethod("__make");
            return proxy -> classOf(make.invoke(proxy));
          }
          default -> {}
        }
      }
    }
    return proxy -> null;
  }

  private static Question ofWeld(Class<?> shape) throws ReflectiveOperationException {
    Method getMetadata = shape.getMethod("getMetadata");
    Method getBean = getMetadata.getReturnType().getMethod("getBean");
    Method getBeanClass = getBean.getReturnType().getMethod("getBeanClass");
    Method getInstance = getMetadata.getReturnType().getMethod("getContextualInstance");
    return proxy -> {
      Object metadata = getMetadata.invoke(proxy);
      Object bean = getBean.invoke(metadata);
      return isMadeOfClass(bean.getClass())
          ? (Class<?>) getBeanClass.invoke(bean)
          : classOf(getInstance.invoke(metadata));
    };
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

  private static Question ofArc(Class<?> shape) throws ReflectiveOperationException {
    Method getBean = shape.getMethod("arc_bean");
    Method getKind = getBean.getReturnType().getMethod("getKind");
    Method getBeanClass = getBean.getReturnType().getMethod("getBeanClass");
    Method getInstance = shape.getMethod("arc_contextualInstance");
    return proxy -> {
      Object bean = getBean.invoke(proxy);
      return getKind.invoke(bean).toString().equals("CLASS")
          ? (Class<?>) getBeanClass.invoke(bean)
          : classOf(getInstance.invoke(proxy));
    };
  }

  private static @Nullable Class<?> classOf(@Nullable Object behind) {
    return behind == null ? null : behind.getClass();
  }
}
