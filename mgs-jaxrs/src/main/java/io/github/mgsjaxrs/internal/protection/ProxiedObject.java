package io.github.mgsjaxrs.internal.protection;

import io.github.mgsjaxrs.internal.runtime.Reflection;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Asks proxies of a container (Weld, ArC, OpenWebBeans, HK2, Hibernate) for what they stand for, by
 * the container's own interface, which need not be there. CDI itself has no way to ask.
 *
 * <p>How to ask is found once for each class of proxies. The answer may be another one for each
 * request.
 */
public final class ProxiedObject {

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

  /** Weld's own packages: what stands in another one was put there by an extension. */
  private static final String OF_WELD = "org.jboss.weld.";

  private static final String MANAGED_BEAN = OF_WELD + "bean.ManagedBean";
  private static final String SESSION_BEAN = OF_WELD + "bean.SessionBean";

  /** A context of the application's own may hand out whatever it likes. */
  private static final Set<String> BUILT_IN_SCOPES =
      Set.of("jakarta.enterprise.context.", "jakarta.inject.", "jakarta.faces.");

  private static final Question NOTHING = proxy -> null;

  /** How proxies of one class are asked; of no known container where there is no question. */
  private static final ProxiedObject UNKNOWN = new ProxiedObject(NOTHING, null);

  private interface Question {
    @Nullable Object ask(Object proxy) throws ReflectiveOperationException;
  }

  private final Question known;
  private final @Nullable Question object;

  private ProxiedObject(Question known, @Nullable Question object) {
    this.known = known;
    this.object = object;
  }

  /**
   * Finds out how to ask.
   *
   * @param proxies the class of the proxies
   * @return asks them; those that are of no known container are never asked
   */
  public static ProxiedObject of(Class<?> proxies) {
    for (Class<?> type = proxies; type != null; type = type.getSuperclass()) {
      for (Class<?> shape : type.getInterfaces()) {
        try {
          ProxiedObject found = of(type, shape);
          if (found != null) {
            return found;
          }
        } catch (ReflectiveOperationException | RuntimeException | LinkageError hidden) {
          tell(hidden);
          return new ProxiedObject(NOTHING, NOTHING);
        }
      }
    }
    return UNKNOWN;
  }

  /** Whether these are proxies of a container that is known. */
  public boolean tells() {
    return object != null;
  }

  /**
   * What stands behind a proxy, as far as the container knows it without making it: an object that
   * is there already, or the class of a bean that can be of no other.
   *
   * @param proxy what a runtime shows
   * @return the object or the class; null where it has to be made to be known
   */
  public @Nullable Object known(Object proxy) {
    return asked(known, proxy);
  }

  /**
   * What stands behind a proxy: the container may create it for that.
   *
   * @param proxy what a runtime shows
   * @return the object; null where it cannot be had now, or these are no such proxies
   */
  public @Nullable Object object(Object proxy) {
    return object == null ? null : asked(object, proxy);
  }

  private static @Nullable Object asked(Question question, Object proxy) {
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

  private static @Nullable ProxiedObject of(Class<?> type, Class<?> shape)
      throws ReflectiveOperationException {
    return switch (shape.getName()) {
      case WELD -> ofWeld(shape);
      case ARC -> ofArc(shape);
      case ARC_INTERCEPTION -> {
        // made together with the proxy
        Method getDelegate = shape.getMethod("arc_delegate");
        yield new ProxiedObject(getDelegate::invoke, getDelegate::invoke);
      }
      case OPEN_WEB_BEANS -> {
        Method unwrap =
            Class.forName(OF_OPEN_WEB_BEANS, true, shape.getClassLoader())
                .getMethod("unwrapInstance", Object.class);
        yield new ProxiedObject(NOTHING, proxy -> unwrap.invoke(null, proxy));
      }
      case OPEN_WEB_BEANS_INTERCEPTION -> {
        // made together with the proxy
        Field intercepted = Reflection.field(type, "owbIntDecProxiedInstance");
        yield new ProxiedObject(intercepted::get, intercepted::get);
      }
      case HK2 -> {
        Method make = shape.getMethod("__make");
        yield new ProxiedObject(NOTHING, make::invoke);
      }
      case HIBERNATE -> {
        Method getInitializer = shape.getMethod("getHibernateLazyInitializer");
        Method getEntity = getInitializer.getReturnType().getMethod("getImplementation");
        yield new ProxiedObject(NOTHING, proxy -> getEntity.invoke(getInitializer.invoke(proxy)));
      }
      default -> null;
    };
  }

  private static ProxiedObject ofArc(Class<?> shape) throws ReflectiveOperationException {
    Method getBean = shape.getMethod("arc_bean");
    Method getKind = getBean.getReturnType().getMethod("getKind");
    Method getScope = getBean.getReturnType().getMethod("getScope");
    Method getBeanClass = getBean.getReturnType().getMethod("getBeanClass");
    Method getInstance = shape.getMethod("arc_contextualInstance");
    return new ProxiedObject(
        proxy -> {
          Object bean = getBean.invoke(proxy);
          boolean ofItsClass =
              getKind.invoke(bean).toString().equals("CLASS") && isBuiltIn(getScope.invoke(bean));
          return ofItsClass ? getBeanClass.invoke(bean) : null;
        },
        getInstance::invoke);
  }

  private static ProxiedObject ofWeld(Class<?> shape) throws ReflectiveOperationException {
    Method getMetadata = shape.getMethod("getMetadata");
    Method getBean = getMetadata.getReturnType().getMethod("getBean");
    Method getScope = getBean.getReturnType().getMethod("getScope");
    Method getBeanClass = getBean.getReturnType().getMethod("getBeanClass");
    Method getInstance = getMetadata.getReturnType().getMethod("getContextualInstance");
    return new ProxiedObject(
        proxy -> {
          Object bean = getBean.invoke(getMetadata.invoke(proxy));
          // of a session bean Weld has but another proxy, and knows its class
          boolean ofItsClass =
              isSessionBean(bean.getClass())
                  || (isMadeByWeld(bean) && isBuiltIn(getScope.invoke(bean)));
          return ofItsClass ? getBeanClass.invoke(bean) : null;
        },
        proxy -> getInstance.invoke(getMetadata.invoke(proxy)));
  }

  private static boolean isBuiltIn(@Nullable Object scope) {
    return scope instanceof Class<?> type
        && BUILT_IN_SCOPES.stream().anyMatch(type.getName()::startsWith);
  }

  /** Of the bean's own class, unless an extension has put something else in charge of making it. */
  private static boolean isMadeByWeld(Object bean) throws ReflectiveOperationException {
    if (!bean.getClass().getName().equals(MANAGED_BEAN)) {
      return false;
    }
    Object maker = bean.getClass().getMethod("getProducer").invoke(bean);
    return maker != null && maker.getClass().getName().startsWith(OF_WELD);
  }

  private static boolean isSessionBean(Class<?> bean) {
    for (Class<?> type = bean; type != null; type = type.getSuperclass()) {
      if (Arrays.stream(type.getInterfaces())
          .anyMatch(shape -> shape.getName().equals(SESSION_BEAN))) {
        return true;
      }
    }
    return false;
  }
}
