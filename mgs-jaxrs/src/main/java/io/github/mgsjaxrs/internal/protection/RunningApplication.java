package io.github.mgsjaxrs.internal.protection;

import jakarta.enterprise.inject.Vetoed;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceContext;
import jakarta.ws.rs.core.Application;
import jakarta.ws.rs.core.Context;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.InvocationTargetException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Tells to which application a request belongs. It is asked for each request, as some runtimes have
 * one filter for all applications of an archive: what the first request found says nothing of the
 * next.
 */
public final class RunningApplication {

  private static final System.Logger LOG = System.getLogger(RunningApplication.class.getName());

  /** Makes each filter anew for each application. */
  private static final String JERSEY = "org.glassfish.jersey.";

  /** Warns of each class without resource methods that it is to inject into. */
  private static final String CXF = "org.apache.cxf.";

  private static final String RESTEASY_CONTEXT = "org.jboss.resteasy.core.ResteasyContext";
  private static final int MOST_REMEMBERED = 64;

  /** Where the class alone says what an application wraps. */
  private final Map<Class<?>, List<Class<?>>> wrappingNothing = new ConcurrentHashMap<>();

  private volatile @Nullable Source source;

  private interface Source {
    @Nullable Application application(ResourceContext resources);
  }

  /**
   * The classes of the application that a request belongs to.
   *
   * @param context the request
   * @param resources the runtime's injection
   * @return the application's class, and those that a runtime's own application wraps; empty where
   *     the runtime does not tell
   */
  public List<Class<?>> classes(
      ContainerRequestContext context, @Nullable ResourceContext resources) {
    if (resources == null) {
      return List.of();
    }
    Source known = source;
    if (known == null) {
      known = sourceFor(context.getClass());
      source = known;
    }
    return classes(known.application(resources));
  }

  private List<Class<?>> classes(@Nullable Application application) {
    if (application == null) {
      return List.of();
    }
    List<Class<?>> known = wrappingNothing.get(application.getClass());
    if (known != null) {
      return known;
    }
    List<Class<?>> classes = new ArrayList<>();
    boolean proxied = false;
    Object current = application;
    while (current != null && !classes.contains(current.getClass())) {
      classes.add(current.getClass());
      Object inner = inner(current);
      if (inner == null) {
        // a bean's proxy: what a producer made may be of a subclass
        inner = ProxiedObject.of(current.getClass()).object(current);
        proxied |= inner != null;
      }
      current = inner;
    }
    List<Class<?>> all = List.copyOf(classes);
    if (!proxied && all.size() == 1 && wrappingNothing.size() < MOST_REMEMBERED) {
      wrappingNothing.put(application.getClass(), all);
    }
    return all;
  }

  private static @Nullable Object inner(Object application) {
    try {
      // Jersey's ResourceConfig, which is no part of the Jakarta API
      return application.getClass().getMethod("getApplication").invoke(application);
    } catch (NoSuchMethodException none) {
      return null;
    } catch (IllegalAccessException | InvocationTargetException hidden) {
      return null;
    }
  }

  private static Source sourceFor(Class<?> context) {
    if (context.getName().startsWith(JERSEY)) {
      return new Once();
    }
    if (context.getName().startsWith(CXF)) {
      return resources -> null;
    }
    MethodHandle resteasy = resteasyContext(context.getClassLoader());
    return resteasy == null
        ? RunningApplication::injected
        : resources -> {
          Application application = current(resteasy);
          return application == null ? injected(resources) : application;
        };
  }

  /** What RESTEasy would inject, without looking at a class for what to inject. */
  private static @Nullable MethodHandle resteasyContext(@Nullable ClassLoader loader) {
    try {
      return MethodHandles.publicLookup()
          .findStatic(
              Class.forName(RESTEASY_CONTEXT, true, loader),
              "getContextData",
              MethodType.methodType(Object.class, Class.class));
    } catch (ReflectiveOperationException | LinkageError otherRuntime) {
      return null;
    }
  }

  private static @Nullable Application current(MethodHandle resteasy) {
    try {
      return (Application) resteasy.invoke(Application.class);
    } catch (RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) {
      throw new IllegalStateException(e);
    }
  }

  private static @Nullable Application injected(ResourceContext resources) {
    try {
      return resources.initResource(new Holder()).application;
    } catch (RuntimeException cannot) {
      LOG.log(System.Logger.Level.DEBUG, "The runtime does not tell its application", cannot);
      return null;
    }
  }

  /** What the runtime says the first time. */
  private static final class Once implements Source {
    private volatile @Nullable ResourceContext asked;
    private volatile @Nullable Application answer;

    @Override
    public @Nullable Application application(ResourceContext resources) {
      if (asked != resources) {
        answer = injected(resources);
        asked = resources;
      }
      return answer;
    }
  }

  /** What the runtime injects into; not a bean, so that no other injection looks at it. */
  @Vetoed
  public static final class Holder {
    @Context public @Nullable Application application;
  }
}
