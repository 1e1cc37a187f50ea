package io.github.mgsjaxrs.filter;

import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Asks proxies of a container (Weld, ArC, OpenWebBeans, HK2, Hibernate) for what they stand for, by
 * the container's own interface, which need not be there. CDI itself has no way to ask.
 *
 * <p>How to ask is found once for each class of proxies. The answer may be another one for each
 * request.
 */
final class ProxiedObject {

  private static final System.Logger LOG = System.getLogger(ProxiedObject.class.getName());

  private static final String WELD = "org.jboss.weld.proxy.WeldClientProxy";
  private static final String ARC = "io.quarkus.arc.ClientProxy";
  private static final String ARC_INTERCEPTION = "io.quarkus.arc.InterceptionProxySubclass";
  private static final String OPEN_WEB_BEANS = "org.apache.webbeans.proxy.OwbNormalScopeProxy";
  private static final String OPEN_WEB_BEANS_INTERCEPTION =
      "org.apache.webbeans.proxy.OwbInterceptorProxy";
  private static final String HK2 = "org.glassfish.hk2.api.ProxyCtl";
  private static final String HIBERNATE = "org.hibernate.proxy.HibernateProxy";
  private static final String OF_OPEN_WEB_BEANS =
      "org.apache.webbeans.proxy.NormalScopeProxyFactory";

  private interface Question {
    @Nullable Object ask(Object proxy) throws ReflectiveOperationException;
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
   * What stands behind a proxy: the container may create it for that, as the class of its bean does
   * not say which object an extension or a scope of the application's own hands out.
   *
   * @param proxy what a runtime shows
   * @return the object, or the class of one that cannot be had; null where this is no such proxy,
   *     or it does not tell
   */
  @Nullable Object behind(Object proxy) {
    try {
      return question.ask(proxy);
    } catch (ReflectiveOperationException | RuntimeException | LinkageError hidden) {
      tell(hidden);
      return null;
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
            Method getInstance = shape.getMethod("arc_contextualInstance");
            return getInstance::invoke;
          }
          case ARC_INTERCEPTION -> {
            Method getDelegate = shape.getMethod("arc_delegate");
            return getDelegate::invoke;
          }
          case OPEN_WEB_BEANS -> {
            Method unwrap =
                Class.forName(OF_OPEN_WEB_BEANS, true, shape.getClassLoader())
                    .getMethod("unwrapInstance", Object.class);
            return proxy -> unwrap.invoke(null, proxy);
          }
          case OPEN_WEB_BEANS_INTERCEPTION -> {
            Field intercepted = Reflection.field(type, "owbIntDecProxiedInstance");
            return intercepted::get;
          }
          case HK2 -> {
            Method make = shape.getMethod("__make");
            return make::invoke;
          }
          case HIBERNATE -> {
            Method getInitializer = shape.getMethod("getHibernateLazyInitializer");
            Method getEntity = getInitializer.getReturnType().getMethod("getImplementation");
            return proxy -> getEntity.invoke(getInitializer.invoke(proxy));
          }
          default -> {}
        }
      }
    }
    return proxy -> null;
  }

  /** Of a session bean Weld has but another proxy, and knows its class. */
  private static Question ofWeld(Class<?> shape) throws ReflectiveOperationException {
    Method getMetadata = shape.getMethod("getMetadata");
    Method getBean = getMetadata.getReturnType().getMethod("getBean");
    Method getBeanClass = getBean.getReturnType().getMethod("getBeanClass");
    Method getInstance = getMetadata.getReturnType().getMethod("getContextualInstance");
    return proxy -> {
      Object metadata = getMetadata.invoke(proxy);
      Object bean = getBean.invoke(metadata);
      return isSessionBean(bean.getClass())
          ? getBeanClass.invoke(bean)
          : getInstance.invoke(metadata);
    };
  }

  private static boolean isSessionBean(Class<?> bean) {
    for (Class<?> type = bean; type != null; type = type.getSuperclass()) {
      if (Arrays.stream(type.getInterfaces())
          .anyMatch(shape -> shape.getName().equals("org.jboss.weld.bean.SessionBean"))) {
        return true;
      }
    }
    return false;
  }
}
