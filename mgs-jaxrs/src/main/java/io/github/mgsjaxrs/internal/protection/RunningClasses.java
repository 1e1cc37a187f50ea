package io.github.mgsjaxrs.internal.protection;

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
public final class RunningClasses {

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

  private static final String PANACHE = "io.quarkus.rest.data.panache.RestDataResource";

  /** In the names of classes that it generates. */
  private static final String OF_PANACHE = "JaxRs_";

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
  public RunningClasses(List<ResourceBeans> containers) {
    this.containers = List.copyOf(containers);
  }

  /** How much is known of what stands behind something that a runtime shows. */
  public enum Standing {
    /** The class is the one that runs, or a proxy's that is a subclass of it. */
    TOLD,

    /** A view of a session bean. */
    SESSION_BEAN,

    /** A proxy that no known container has made. */
    FOREIGN,

    /** A container's proxy of something that is not made yet, or may be another one later. */
    LATER,

    /** A container's proxy that does not tell, where the next thing would be the call. */
    UNTOLD
  }

  /**
   * What a runtime shows of a resource.
   *
   * @param type the class of the object, or the one that was named in its place
   * @param behind the class that it has behind the proxies which tell
   * @param standing how much is known of that
   */
  public record Shown(Class<?> type, Class<?> behind, Standing standing) {

    /** For each request. */
    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Shown shown
          && type == shown.type
          && behind == shown.behind
          && standing == shown.standing;
    }

    @Override
    public int hashCode() {
      return (type.hashCode() * 31 + behind.hashCode()) * 31 + standing.hashCode();
    }

    public static Shown named(Class<?> type) {
      return new Shown(type, type, Standing.TOLD);
    }
  }

  /**
   * Looks behind an object that a runtime shows. A proxy of a container is asked what stands behind
   * it, each time: a producer may make another one for the next request.
   *
   * <p>What is asked for is not made before the application's own filters ran: it may depend on
   * what they find out, and may be another object without that.
   *
   * @param shown the object
   * @param last whether no other filter runs before it is called
   * @return its class, and that of the object behind it
   */
  public Shown of(Object shown, boolean last) {
    Object current = shown;
    for (int depth = 0; depth < MOST_PROXIES; depth++) {
      Class<?> type = current.getClass();
      if (!isGenerated(type)) {
        return new Shown(shown.getClass(), type, Standing.TOLD);
      }
      ProxiedObject proxies = remembered(this.proxies, type, ProxiedObject::of);
      if (!proxies.tells()) {
        return new Shown(
            shown.getClass(),
            type,
            SessionBeanProxy.is(current) ? Standing.SESSION_BEAN : Standing.FOREIGN);
      }
      Object behind = proxies.known(current);
      if (behind instanceof Class<?> known) {
        return new Shown(shown.getClass(), known, Standing.TOLD);
      }
      if (behind == null && !last) {
        return new Shown(shown.getClass(), type, Standing.LATER);
      }
      behind = behind == null ? proxies.object(current) : behind;
      if (behind == null) {
        return new Shown(shown.getClass(), type, Standing.UNTOLD);
      }
      current = behind;
    }
    return new Shown(shown.getClass(), current.getClass(), Standing.UNTOLD);
  }

  /**
   * A resource of which the runtime showed an object.
   *
   * @param shown the object's class, and what is known to be behind it
   * @param seen marked classes that others than the containers have seen
   * @return with every class that may run behind it
   */
  public ResourceStep ofObject(Shown shown, Set<Class<?>> seen) {
    Class<?> type = shown.behind();
    return switch (shown.standing()) {
      case LATER -> new ResourceStep(shown.type(), Set.of(proxiedOr(type)), false, true);
      case UNTOLD -> new ResourceStep(shown.type(), Set.of(proxiedOr(type)), true, false);
      case TOLD, SESSION_BEAN, FOREIGN ->
          mayRun(type)
              ? new ResourceStep(shown.type(), Set.of(type), false, false)
              : behind(shown, seen);
    };
  }

  private Class<?> proxiedOr(Class<?> type) {
    Class<?> proxied = proxied(type);
    return proxied == null ? type : proxied;
  }

  /**
   * A resource of which the runtime showed no object, so that a container may have chosen another
   * class.
   *
   * @param named the class that the runtime names
   * @param seen marked classes that others than the containers have seen
   * @return with every class that may run behind it
   */
  public ResourceStep ofClass(Class<?> named, Set<Class<?>> seen) {
    ResourceStep step = ofObject(Shown.named(named), seen);
    Set<Class<?>> running = new LinkedHashSet<>(step.running());
    for (ResourceBeans container : containers) {
      container.chosenFor(named).ifPresent(running::add);
    }
    boolean byCode = isMadeByCode(named);
    if (byCode) {
      addMarked(named, seen, running);
    }
    return new ResourceStep(named, running, step.unseen() || byCode, false);
  }

  private ResourceStep behind(Shown shown, Set<Class<?>> seen) {
    Class<?> type = shown.behind();
    Class<?> proxied = proxied(type);
    if (proxied != null) {
      return behindSubclass(shown, proxied, seen);
    }
    Set<Class<?>> running = new LinkedHashSet<>();
    boolean view = shown.standing() == Standing.SESSION_BEAN;
    boolean known = false;
    for (Class<?> resource : TypeHierarchy.of(type).resourceTypes()) {
      addMarked(resource, seen, running);
      for (ResourceBeans container : containers) {
        Set<Class<?>> sessionBeans = container.sessionBeansOf(resource);
        known |= view && !sessionBeans.isEmpty();
        running.addAll(view ? sessionBeans : container.classesOf(resource));
      }
    }
    if (running.isEmpty()) {
      running.add(type);
    }
    // what is no proxy is an interface or abstract class, named before there is an object
    boolean proxy = isGenerated(type) && !isFunction(type);
    return new ResourceStep(shown.type(), running, proxy && !known, false);
  }

  /** Mostly the proxy adds to the class itself; some hand on to an object of a subclass. */
  private ResourceStep behindSubclass(Shown shown, Class<?> proxied, Set<Class<?>> seen) {
    Set<Class<?>> running = new LinkedHashSet<>();
    running.add(proxied);
    boolean byCode = isMadeByCode(proxied);
    if (byCode || !isInterceptedItself(shown.behind())) {
      addMarked(proxied, seen, running);
    }
    return new ResourceStep(shown.type(), running, byCode, false);
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
  public Set<Class<?>> marked(Set<Class<?>> seen) {
    Set<Class<?>> marked = new LinkedHashSet<>(seen);
    containers.forEach(container -> marked.addAll(container.marked()));
    return marked;
  }

  /** Whether objects can have this very class, and it stands for no other. */
  private boolean mayRun(Class<?> type) {
    return !type.isInterface()
        && !Modifier.isAbstract(type.getModifiers())
        && (!isGenerated(type) || declaresItself(type) || isOfPanache(type));
  }

  /** What REST Data with Panache generates is the resource, and default methods stand elsewhere. */
  private static boolean isOfPanache(Class<?> type) {
    return type.getName().contains(OF_PANACHE)
        && TypeHierarchy.of(type).all().stream().anyMatch(shape -> shape.getName().equals(PANACHE));
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
