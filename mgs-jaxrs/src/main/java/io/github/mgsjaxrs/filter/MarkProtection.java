package io.github.mgsjaxrs.filter;

import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Application;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Protection by annotation: the marks of the matched method, looked up once for each endpoint. */
final class MarkProtection {

  // a stranger chooses the way through locators that lead to themselves: no end to remember
  private static final int MOST_REMEMBERED = 1024;
  private static final int LONGEST_REMEMBERED = 16;

  private final Map<Endpoint, Marks.Finding> findings = new ConcurrentHashMap<>();

  private record Endpoint(List<Class<?>> matched, Class<?> resource, Method method) {}

  /**
   * What the marks say of a matched request.
   *
   * @param context the request
   * @param resourceInfo what was matched, or null if the runtime did not inject it
   * @param applications the application's classes, wrappers included; empty if there is none; asked
   *     for the first request to each endpoint only
   * @return the finding; marked when the runtime does not say what it matched
   */
  Marks.Finding find(
      ContainerRequestContext context,
      @Nullable ResourceInfo resourceInfo,
      Supplier<List<Class<?>>> applications) {
    Class<?> resource = resourceInfo == null ? null : resourceInfo.getResourceClass();
    Method method = resourceInfo == null ? null : resourceInfo.getResourceMethod();
    if (resource == null || method == null) {
      return new Marks.Marked(Requirement.ANY_KEY);
    }
    if (isAnsweredByRuntime(context, resource, method)) {
      return new Marks.Unmarked();
    }
    List<Class<?>> matched = matchedClasses(context);
    Endpoint endpoint = new Endpoint(matched, resource, method);
    Marks.Finding known = findings.get(endpoint);
    if (known != null) {
      return known;
    }
    Marks.Finding found = Marks.find(applications.get(), matched, resource, method);
    if (matched.size() <= LONGEST_REMEMBERED && findings.size() < MOST_REMEMBERED) {
      findings.put(endpoint, found);
    }
    return found;
  }

  int remembered() {
    return findings.size();
  }

  /** An OPTIONS request that no method of the application answers runs no code of it. */
  static boolean isAnsweredByRuntime(
      ContainerRequestContext context, Class<?> resource, Method method) {
    return HttpMethod.OPTIONS.equals(context.getMethod())
        && TypeHierarchy.of(resource, method.getDeclaringClass())
            .methods(method.getName(), method.getParameterCount())
            .stream()
            .noneMatch(TypeHierarchy::hasHttpMethod);
  }

  private static List<Class<?>> matchedClasses(ContainerRequestContext context) {
    List<Object> resources = context.getUriInfo().getMatchedResources();
    List<Class<?>> classes = new ArrayList<>(resources.size());
    for (Object resource : resources) {
      classes.add(resource instanceof Class<?> type ? type : resource.getClass());
    }
    Collections.reverse(classes);
    return classes;
  }

  /** The class of the application, and of those that a runtime's own application wraps. */
  static List<Class<?>> wrapped(@Nullable Application application) {
    List<Class<?>> classes = new ArrayList<>();
    Object current = application;
    while (current != null && !classes.contains(current.getClass())) {
      classes.add(current.getClass());
      current = inner(current);
    }
    return classes;
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
}
