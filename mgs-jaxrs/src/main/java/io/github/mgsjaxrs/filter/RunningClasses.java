package io.github.mgsjaxrs.filter;

import java.lang.reflect.Modifier;
import java.lang.reflect.Proxy;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Finds which classes may run behind what a runtime shows of a resource. An ordinary object is what
 * it is; a proxy stands for its superclass, or, where it shows interfaces alone, for every bean and
 * every marked class that was seen and has such an interface.
 */
final class RunningClasses {

  /** What ArC makes when an application is built has class files like any other. */
  private static final Set<String> OF_ARC =
      Set.of(
          "io.quarkus.arc.ClientProxy",
          "io.quarkus.arc.Subclass",
          "io.quarkus.arc.InterceptionProxySubclass");

  /** ArC's for a bean with interceptors: the very class, and not something in front of it. */
  private static final String OF_ARC_ITSELF = "io.quarkus.arc.Subclass";

  /** The same of Weld. */
  private static final String OF_WELD = "$$_WeldSubclass";

  private static final int MOST_REMEMBERED = 1024;

  /** A proxy may stand before another, but not without end. */
  private static final int MOST_PROXIES = 8;

  private final List<ResourceBeans> containers;
  private final Map<Class<?>, Boolean> generated = new ConcurrentHashMap<>();
  private final Map<Class<?>, ProxiedObject> proxies = new ConcurrentHashMap<>();

  /**
   * What is known of the classes of applications.
   *
   * @param containers those that make objects
   */
  RunningClasses(List<ResourceBeans> containers) {
    this.containers = List.copyOf(containers);
  }

  /**
   * What a runtime shows of a resource.
   *
   * @param type the class of the object, or the one that was named in its place
   * @param behind the class that it has behind the proxies which tell
   * @param own whether that is a proxy which the application has made itself: no container knows
   *     what stands behind it
   */
  record Shown(Class<?> type, Class<?> behind, boolean own) {

    static Shown named(Class<?> type) {
      return new Shown(type, type, false);
    }
  }

  /**
   * Looks behind an object that a runtime shows. A proxy of a container is asked what stands behind
   * it, each time: a producer may make another one for the next request.
   *
   * @param shown the object
   * @return its class, and that of the object behind it
   */
  Shown of(Object shown) {
    Object current = shown;
    for (int depth = 0; depth < MOST_PROXIES; depth++) {
      Class<?> type = current.getClass();
      if (!isGenerated(type)) {
        return new Shown(shown.getClass(), type, false);
      }
      Object behind = remembered(proxies, type, ProxiedObject::of).behind(current);
      if (behind instanceof Class<?> known) {
        return new Shown(shown.getClass(), known, false);
      }
      if (behind == null) {
        return new Shown(shown.getClass(), type, isOfApplication(current));
      }
      current = behind;
    }
    return new Shown(shown.getClass(), current.getClass(), true);
  }

  /** A container's own proxies are handled by classes that the application's loader has not. */
  private static boolean isOfApplication(Object proxy) {
    if (!Proxy.isProxyClass(proxy.getClass())) {
      return false;
    }
    ClassLoader ofHandler = Proxy.getInvocationHandler(proxy).getClass().getClassLoader();
    return Arrays.stream(proxy.getClass().getInterfaces())
        .anyMatch(shape -> shape.getClassLoader() == ofHandler);
  }

  /**
   * A resource of which the runtime showed an object.
   *
   * @param shown the object's class, and what is known to be behind it
   * @param seen marked classes that others than the containers have seen
   * @return with every class that may run behind it
   */
  ResourceStep ofObject(Shown shown, Set<Class<?>> seen) {
    Class<?> type = shown.behind();
    return mayRun(type) ? new ResourceStep(shown.type(), Set.of(type), false) : behind(shown, seen);
  }

  /**
   * A resource of which the runtime showed no object, so that a container may have chosen another
   * class.
   *
   * @param named the class that the runtime names
   * @param seen marked classes that others than the containers have seen
   * @return with every class that may run behind it
   */
  ResourceStep ofClass(Class<?> named, Set<Class<?>> seen) {
    ResourceStep step = ofObject(Shown.named(named), seen);
    Set<Class<?>> running = new LinkedHashSet<>(step.running());
    for (ResourceBeans container : containers) {
      container.chosenFor(named).ifPresent(running::add);
    }
    boolean byCode = isMadeByCode(named);
    if (byCode) {
      addMarked(named, seen, running);
    }
    return new ResourceStep(named, running, step.unseen() || byCode);
  }

  private ResourceStep behind(Shown shown, Set<Class<?>> seen) {
    Class<?> type = shown.behind();
    Class<?> proxied = proxied(type);
    if (proxied != null) {
      return behindSubclass(shown, proxied, seen);
    }
    Set<Class<?>> running = new LinkedHashSet<>();
    boolean known = false;
    boolean byCode = false;
    for (Class<?> resource : TypeHierarchy.of(type).resourceTypes()) {
      addMarked(resource, seen, running);
      byCode |= isMadeByCode(resource);
      for (ResourceBeans container : containers) {
        Set<Class<?>> beans = container.classesOf(resource);
        known |= !beans.isEmpty();
        running.addAll(beans);
      }
    }
    if (running.isEmpty()) {
      running.add(type);
    }
    // what is no proxy is an interface or abstract class, named before there is an object
    boolean proxy = isGenerated(type) && !isFunction(type);
    return new ResourceStep(shown.type(), running, proxy && (shown.own() || byCode || !known));
  }

  /** Mostly the proxy adds to the class itself; some hand on to an object of a subclass. */
  private ResourceStep behindSubclass(Shown shown, Class<?> proxied, Set<Class<?>> seen) {
    Set<Class<?>> running = new LinkedHashSet<>();
    running.add(proxied);
    boolean byCode = isMadeByCode(proxied);
    if (byCode || !isInterceptedItself(shown.behind())) {
      addMarked(proxied, seen, running);
    }
    return new ResourceStep(shown.type(), running, byCode);
  }

  private static boolean isInterceptedItself(Class<?> type) {
    return type.getName().contains(OF_WELD)
        || Arrays.stream(type.getInterfaces())
            .anyMatch(shape -> shape.getName().equals(OF_ARC_ITSELF));
  }

  /** A lambda has no class behind it; what it calls is the application's own affair. */
  private static boolean isFunction(Class<?> type) {
    return type.isHidden() && type.isSynthetic() && type.getName().contains("$$Lambda");
  }

  /**
   * The class that a proxy is a subclass of; null if that does not tell all that the proxy shows,
   * as where a container has a class of its own for its proxies of interfaces.
   */
  private @Nullable Class<?> proxied(Class<?> shown) {
    Class<?> current = shown;
    while (isGenerated(current) && current.getSuperclass() != null) {
      current = current.getSuperclass();
    }
    Class<?> proxied = current;
    Set<Class<?>> resources = TypeHierarchy.of(shown).resourceTypes();
    resources.removeIf(this::isGenerated);
    return mayRun(proxied)
            && !resources.isEmpty()
            && resources.stream().allMatch(type -> type.isAssignableFrom(proxied))
        ? proxied
        : null;
  }

  private boolean isMadeByCode(Class<?> type) {
    return containers.stream().anyMatch(container -> container.areMadeByCode(type));
  }

  private void addMarked(Class<?> type, Set<Class<?>> seen, Set<Class<?>> running) {
    marked(seen).stream().filter(type::isAssignableFrom).forEach(running::add);
  }

  /** All marked classes that anybody has seen. */
  Set<Class<?>> marked(Set<Class<?>> seen) {
    Set<Class<?>> marked = new LinkedHashSet<>(seen);
    containers.forEach(container -> marked.addAll(container.marked()));
    return marked;
  }

  /** Whether objects can have this very class, and it stands for no other. */
  private boolean mayRun(Class<?> type) {
    return !type.isInterface()
        && !Modifier.isAbstract(type.getModifiers())
        && (!isGenerated(type) || declaresItself(type));
  }

  /** What was compiled while the application ran is no proxy where nothing else is the resource. */
  private static boolean declaresItself(Class<?> type) {
    return !Proxy.isProxyClass(type) && TypeHierarchy.of(type).resourceTypes().equals(Set.of(type));
  }

  private boolean isGenerated(Class<?> type) {
    return remembered(
        generated,
        type,
        unknown ->
            unknown.isSynthetic()
                || Proxy.isProxyClass(unknown)
                || unknown.isHidden()
                || Arrays.stream(unknown.getInterfaces())
                    .anyMatch(shape -> OF_ARC.contains(shape.getName()))
                || !hasFile(unknown));
  }

  /** An application may make classes without end. */
  private static <T> T remembered(
      Map<Class<?>, T> known, Class<?> type, Function<Class<?>, T> lookup) {
    T found = known.get(type);
    if (found == null) {
      found = lookup.apply(type);
      if (known.size() < MOST_REMEMBERED) {
        known.put(type, found);
      }
    }
    return found;
  }

  private static boolean hasFile(Class<?> type) {
    ClassLoader loader = type.getClassLoader();
    return loader == null
        || loader.getResource(type.getName().replace('.', '/') + ".class") != null;
  }
}
