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
      Set.of("io.quarkus.arc.ClientProxy", "io.quarkus.arc.Subclass");

  private static final int MOST_REMEMBERED = 1024;

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
   * The class of an object that a runtime shows. A proxy of a container is asked which one runs
   * behind it, each time: a producer may make another one for the next request.
   *
   * @param shown the object
   * @return its class, or that of the object behind it
   */
  Class<?> of(Object shown) {
    Class<?> type = shown.getClass();
    return isGenerated(type)
        ? remembered(proxies, type, ProxiedObject::of).classBehind(shown)
        : type;
  }

  /**
   * A resource of which the runtime showed an object.
   *
   * @param shown the object's class, as far as it is known
   * @param seen marked classes that others than the containers have seen
   * @return with every class that may run behind it
   */
  ResourceStep ofObject(Class<?> shown, Set<Class<?>> seen) {
    return mayRun(shown)
        ? ResourceStep.exactly(shown)
        : new ResourceStep(shown, behind(shown, seen));
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
    Set<Class<?>> running = new LinkedHashSet<>(ofObject(named, seen).running());
    for (ResourceBeans container : containers) {
      container.chosenFor(named).ifPresent(running::add);
    }
    addMadeByCode(named, seen, running);
    return new ResourceStep(named, running);
  }

  private Set<Class<?>> behind(Class<?> shown, Set<Class<?>> seen) {
    Set<Class<?>> running = new LinkedHashSet<>();
    Class<?> proxied = proxied(shown);
    if (proxied != null) {
      running.add(proxied);
      addMadeByCode(proxied, seen, running);
    } else {
      for (Class<?> type : TypeHierarchy.of(shown).resourceTypes()) {
        addMarked(type, seen, running);
        for (ResourceBeans container : containers) {
          running.addAll(container.classesOf(type));
        }
      }
    }
    return running.isEmpty() ? Set.of(shown) : running;
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

  private void addMadeByCode(Class<?> type, Set<Class<?>> seen, Set<Class<?>> running) {
    if (isMadeByCode(type)) {
      addMarked(type, seen, running);
    }
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

  /** Whether objects can have this very class, and nobody made it while the application ran. */
  private boolean mayRun(Class<?> type) {
    return !type.isInterface() && !Modifier.isAbstract(type.getModifiers()) && !isGenerated(type);
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
