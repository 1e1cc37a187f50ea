package io.github.mgsjaxrs.internal.protection;

import io.github.mgsjaxrs.internal.runtime.CxfRequest;
import io.github.mgsjaxrs.internal.runtime.Reflection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The root resources of CXF, which asks a provider for the object after all filters have run: the
 * class that CXF names is the one that the provider was registered for, whatever it gives out.
 */
public final class CxfRoots {

  /** An object that is there before CXF asks its provider is what CXF takes. */
  private static final String MADE = "service.root.instance";

  private static final String TOMEE = "org.apache.openejb.server.cxf.rs.";

  /** What all proxies of session beans are. */
  private static final String SESSION_BEAN = "org.apache.openejb.core.ivm.IntraVmProxy";

  /** A bean of its own class, made by the container alone. */
  private static final String BEAN = "org.apache.webbeans.component.ManagedBean";

  private static final String MADE_BY_CONTAINER =
      "org.apache.webbeans.portable.InjectionTargetImpl";

  /** Contexts that are the container's own; others may hand out anything. */
  private static final Set<String> SCOPES =
      Set.of(
          "jakarta.enterprise.context.ApplicationScoped",
          "jakarta.enterprise.context.ConversationScoped",
          "jakarta.enterprise.context.Dependent",
          "jakarta.enterprise.context.RequestScoped",
          "jakarta.enterprise.context.SessionScoped",
          "jakarta.inject.Singleton");

  /** By provider: what is known of one of them does not change. */
  private final Map<Object, Object> known = Collections.synchronizedMap(new IdentityHashMap<>());

  /**
   * What is known of the root of a request.
   *
   * @param request the request
   * @param named the class that CXF names
   * @return the object, or its class, or an {@link UnseenResource}
   * @throws ReflectiveOperationException if this version of CXF or TomEE does not tell
   */
  public Object of(CxfRequest request, Class<?> named) throws ReflectiveOperationException {
    Object made = request.exchange().get(MADE);
    if (made != null) {
      return made;
    }
    Object provider = request.rootProvider();
    Object given = known.get(provider);
    if (given == null) {
      given = givenBy(provider, named);
      known.put(provider, given);
    }
    Object called = given instanceof UnseenResource ? CxfLocated.root(request.exchange()) : null;
    return called == null ? given : called;
  }

  /** No subclasses: they may give out anything. */
  private static Object givenBy(Object provider, Class<?> named)
      throws ReflectiveOperationException {
    return switch (provider.getClass().getName()) {
      case "org.apache.cxf.jaxrs.lifecycle.SingletonResourceProvider" ->
          field(provider, "resourceInstance");
      case "org.apache.cxf.jaxrs.lifecycle.PerRequestResourceProvider" ->
          Reflection.present(Reflection.call(provider, "getResourceClass"), "resource class");
      case TOMEE + "NoopResourceProvider" -> ofSessionBean(provider);
      case TOMEE + "CdiSingletonResourceProvider" ->
          Reflection.present(Reflection.call(field(provider, "creator"), "create"), "singleton");
      case TOMEE + "OpenEJBPerRequestPojoResourceProvider" -> ofBean(provider, named);
      default -> new UnseenResource(named);
    };
  }

  private static Object field(Object owner, String name) throws ReflectiveOperationException {
    return Reflection.present(Reflection.value(owner, name), name);
  }

  /** TomEE knows the class, which the proxy does not tell. */
  private static Object ofSessionBean(Object provider) throws ReflectiveOperationException {
    Object instance = field(provider, "instance");
    Class<?> proxies = Class.forName(SESSION_BEAN, false, provider.getClass().getClassLoader());
    return proxies.isInstance(instance) ? field(provider, "clazz") : instance;
  }

  /**
   * CDI may have chosen another bean than that of the class. What is not of the bean's own class
   * for sure is looked at behind the bean's proxy, where it has one.
   */
  private static Object ofBean(Object provider, Class<?> named)
      throws ReflectiveOperationException {
    @Nullable Object bean = Reflection.value(provider, "bean");
    if (bean == null) {
      return field(provider, "clazz");
    }
    if (isOfItsClass(bean)) {
      return Reflection.present(Reflection.call(bean, "getBeanClass"), "bean class");
    }
    @Nullable Object proxies = Reflection.value(provider, "normalScopeCreator");
    return proxies == null
        ? new UnseenResource(named)
        : Reflection.present(Reflection.call(proxies, "create"), "proxy");
  }

  private static boolean isOfItsClass(Object bean) throws ReflectiveOperationException {
    if (!bean.getClass().getName().equals(BEAN)) {
      return false;
    }
    Object made = Reflection.present(Reflection.call(bean, "getInjectionTarget"), "target");
    Object scope = Reflection.present(Reflection.call(bean, "getScope"), "scope");
    return made.getClass().getName().equals(MADE_BY_CONTAINER)
        && SCOPES.contains(((Class<?>) scope).getName());
  }
}
