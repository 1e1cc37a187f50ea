package io.github.mgsjaxrs.internal.protection;

import java.lang.reflect.Proxy;
import java.util.Set;

/**
 * Knows the proxies that the containers of session beans hand out for a view of a bean, by who made
 * them: any other proxy of an interface may stand for anything.
 */
public final class SessionBeanProxy {

  /** The packages of handlers: GlassFish and Payara, OpenEJB, Open Liberty. */
  private static final Set<String> HANDLERS =
      Set.of("com.sun.ejb.", "org.apache.openejb.", "com.ibm.ejs.", "com.ibm.ws.ejbcontainer.");

  /** The packages of what generated classes extend or implement. */
  private static final Set<String> SHAPES =
      Set.of("com.ibm.ejs.container.", "com.ibm.websphere.ejbcontainer.", "com.sun.ejb.");

  private SessionBeanProxy() {}

  /**
   * Whether an object is such a proxy.
   *
   * @param object what a runtime shows
   * @return false for what is none, and what is of a remote bean, which another deployment may have
   */
  public static boolean is(Object object) {
    Class<?> type = object.getClass();
    if (Proxy.isProxyClass(type)) {
      String handler = Proxy.getInvocationHandler(object).getClass().getName();
      return HANDLERS.stream().anyMatch(handler::startsWith);
    }
    return isOfWildFly(type.getName()) || hasShape(type);
  }

  /** WildFly's local views, and Weld's proxies of session beans in the dependent scope. */
  private static boolean isOfWildFly(String name) {
    return name.contains("$$$view") || name.contains("$EnterpriseProxy$");
  }

  private static boolean hasShape(Class<?> proxy) {
    for (Class<?> type = proxy; type != null; type = type.getSuperclass()) {
      if (isShape(type)) {
        return true;
      }
      for (Class<?> shape : type.getInterfaces()) {
        if (isShape(shape)) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean isShape(Class<?> type) {
    return SHAPES.stream().anyMatch(type.getName()::startsWith);
  }
}
