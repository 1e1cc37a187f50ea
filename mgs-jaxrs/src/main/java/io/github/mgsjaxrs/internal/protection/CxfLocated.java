package io.github.mgsjaxrs.internal.protection;

import io.github.mgsjaxrs.internal.runtime.CxfRequest;
import io.github.mgsjaxrs.internal.runtime.Reflection;
import io.github.mgsjaxrs.internal.runtime.ServedPath;
import jakarta.ws.rs.container.ContainerRequestContext;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The objects that the locators of one request returned on CXF, which shows but classes: that of a
 * superclass for some names of classes, the declared one where it is told to resolve sub-resources
 * by that.
 *
 * <p>For each object that a locator returned, CXF asks its bus how to find the class. The exchange
 * of the request is given a bus of its own for that, which passes everything on and answers the
 * same, so that nothing is left behind in CXF, which may serve other applications, too.
 */
public final class CxfLocated {

  private static final System.Logger LOG = System.getLogger(CxfLocated.class.getName());

  private static final String PROPERTY = "io.github.mgsjaxrs.located";
  private static final String BUS = "org.apache.cxf.Bus";
  private static final String UNWRAPPER = "org.apache.cxf.common.util.ClassUnwrapper";
  private static final String HELPER = "org.apache.cxf.common.util.ClassHelper";

  /** The object that CXF has called a method of, the last one. */
  private static final String LAST = "org.apache.cxf.service.object.last";

  private final List<Step> steps = new ArrayList<>();

  private CxfLocated() {}

  /**
   * A locator that was called.
   *
   * @param parent the object that has it
   * @param child what it returned
   */
  private record Step(@Nullable Object parent, Object child) {}

  /** Has the objects of requests remembered, and knows how. */
  public static final class Watch {

    private final CxfRequest.Source requests = new CxfRequest.Source();
    private volatile @Nullable Types known;

    /**
     * Has the objects of a request remembered, as long as CXF has its exchange.
     *
     * @param context the request, before it is matched
     */
    public void over(ContainerRequestContext context) {
      if (!ServedPath.isCxf(context)) {
        return;
      }
      try {
        Map<String, Object> exchange = requests.of(context).exchange();
        if (!exchange.containsKey(PROPERTY)) {
          Types types = types(exchange.getClass());
          CxfLocated located = new CxfLocated();
          types.setBus().invoke(exchange, types.bus(), located.watching(exchange, types));
          exchange.put(PROPERTY, located);
        }
      } catch (ReflectiveOperationException | RuntimeException untold) {
        // nothing is remembered, so that all sub-resources of the request count as unseen
        LOG.log(System.Logger.Level.DEBUG, "This version of CXF cannot be watched", untold);
      }
    }

    private Types types(Class<?> exchange) throws ReflectiveOperationException {
      Types types = known;
      if (types == null || types.exchange() != exchange) {
        types = Types.of(exchange);
        known = types;
      }
      return types;
    }
  }

  private Object watching(Map<String, Object> exchange, Types types)
      throws ReflectiveOperationException {
    Object bus = Reflection.present(types.getBus().invoke(exchange), "bus");
    Object unwrapper =
        proxy(
            types.unwrapper(),
            (proxy, method, arguments) -> {
              if (method.getName().equals("getRealClass")) {
                steps.add(new Step(exchange.get(LAST), arguments[0]));
              }
              return types.unwrapped(bus, method, arguments);
            });
    return proxy(
        types.bus(),
        (proxy, method, arguments) ->
            isAskedForUnwrapper(method, arguments) ? unwrapper : answer(method, bus, arguments));
  }

  private static boolean isAskedForUnwrapper(Method method, Object @Nullable [] arguments) {
    return method.getName().equals("getProperty")
        && arguments != null
        && UNWRAPPER.equals(arguments[0]);
  }

  private static Object proxy(Class<?> type, InvocationHandler handler) {
    return Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler);
  }

  private static @Nullable Object answer(
      Method method, @Nullable Object owner, Object @Nullable [] arguments) throws Throwable {
    try {
      return method.invoke(owner, arguments);
    } catch (InvocationTargetException thrown) {
      throw thrown.getCause() == null ? thrown : thrown.getCause();
    }
  }

  /**
   * The objects on a way.
   *
   * @param exchange CXF's, of the request
   * @param length how many resources CXF has matched
   * @return all but the root, in the order of the way; empty unless they surely are those
   */
  public static Optional<List<Object>> on(Map<String, Object> exchange, int length) {
    List<Step> steps =
        exchange.get(PROPERTY) instanceof CxfLocated located ? located.steps : List.of();
    if (steps.size() != length - 1) {
      return Optional.empty();
    }
    List<Object> objects = new ArrayList<>();
    for (Step step : steps) {
      if (!objects.isEmpty() && objects.get(objects.size() - 1) != step.parent()) {
        return Optional.empty();
      }
      objects.add(step.child());
    }
    return Optional.of(objects);
  }

  /**
   * The object of the root.
   *
   * @param exchange CXF's, of the request
   * @return null where no locator was called, so that CXF has not made it yet
   */
  public static @Nullable Object root(Map<String, Object> exchange) {
    return exchange.get(PROPERTY) instanceof CxfLocated located && !located.steps.isEmpty()
        ? located.steps.get(0).parent()
        : null;
  }

  /** Looked up once, as every request asks. */
  private record Types(
      Class<?> exchange,
      Class<?> bus,
      Class<?> unwrapper,
      Method getBus,
      Method setBus,
      Method realClass,
      Method realClassFromClass,
      Method realObject) {

    static Types of(Class<?> exchange) throws ReflectiveOperationException {
      ClassLoader loader = exchange.getClassLoader();
      Class<?> api = Class.forName("org.apache.cxf.message.Exchange", false, loader);
      Class<?> bus = Class.forName(BUS, false, loader);
      Class<?> helper = Class.forName(HELPER, false, loader);
      return new Types(
          exchange,
          bus,
          Class.forName(UNWRAPPER, false, loader),
          api.getMethod("getBus"),
          api.getMethod("put", Class.class, Object.class),
          helper.getMethod("getRealClass", bus, Object.class),
          helper.getMethod("getRealClassFromClass", bus, Class.class),
          helper.getMethod("getRealObject", Object.class));
    }

    /** What the bus itself would have found. */
    @Nullable Object unwrapped(Object realBus, Method asked, Object @Nullable [] arguments)
        throws Throwable {
      if (arguments == null) {
        return answer(asked, this, null);
      }
      return switch (asked.getName()) {
        case "getRealClass" -> answer(realClass, null, new Object[] {realBus, arguments[0]});
        case "getRealClassFromClass" ->
            answer(realClassFromClass, null, new Object[] {realBus, arguments[0]});
        case "getRealObject" -> answer(realObject, null, arguments);
        default -> answer(asked, this, arguments);
      };
    }
  }
}
