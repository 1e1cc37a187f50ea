package io.github.mgsjaxrs.filter;

import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Protection by annotation: the marks of the matched method, looked up once for each endpoint. */
final class MarkProtection {

  private static final System.Logger LOG = System.getLogger(MarkProtection.class.getName());

  /** What Jersey answers itself reaches filters with a class of its own, and others' does not. */
  private static final String RUNTIMES_OWN = "org.glassfish.jersey.";

  // a stranger chooses the way through locators that lead to themselves: no end to remember
  private static final int MOST_REMEMBERED = 1024;
  private static final int LONGEST_REMEMBERED = 16;

  private final RunningClasses classes;
  private final Map<Endpoint, Marks.Finding> findings = new ConcurrentHashMap<>();

  /** All that a finding depends on. */
  private record Endpoint(
      List<Class<?>> applications, Matched matched, Class<?> resource, Method method) {}

  /**
   * The matched resources as the runtime shows them.
   *
   * @param classes their classes, the root first
   * @param objects whether it showed objects, and not only classes
   */
  private record Matched(List<Class<?>> classes, boolean objects) {

    static Matched of(List<Object> resources, RunningClasses running) {
      boolean objects = true;
      List<Class<?>> classes = new ArrayList<>(resources.size());
      for (Object resource : resources) {
        if (resource instanceof Class<?> type) {
          classes.add(type);
          objects = false;
        } else {
          classes.add(running.of(resource));
        }
      }
      Collections.reverse(classes);
      return new Matched(classes, objects);
    }
  }

  /**
   * A lookup that remembers.
   *
   * @param containers what makes objects of the application's classes
   */
  MarkProtection(List<ResourceBeans> containers) {
    this.classes = new RunningClasses(containers);
  }

  /**
   * What the marks say of a matched request.
   *
   * @param context the request
   * @param resourceInfo what was matched, or null if the runtime did not inject it
   * @param applications the classes of the application that the request belongs to, wrappers
   *     included; empty if there is none
   * @param seen marked classes that the servlet container saw; asked for the first request to each
   *     endpoint only
   * @return the finding; marked when the runtime does not say what it matched
   */
  Marks.Finding find(
      ContainerRequestContext context,
      @Nullable ResourceInfo resourceInfo,
      List<Class<?>> applications,
      Supplier<Set<Class<?>>> seen) {
    Class<?> resource = resourceInfo == null ? null : resourceInfo.getResourceClass();
    Method method = resourceInfo == null ? null : resourceInfo.getResourceMethod();
    if (resource == null || method == null) {
      return new Marks.Marked(Requirement.ANY_KEY, null);
    }
    if (isAnsweredByRuntime(context, resource)) {
      return new Marks.Unmarked();
    }
    Matched matched = Matched.of(context.getUriInfo().getMatchedResources(), classes);
    Endpoint endpoint = new Endpoint(applications, matched, resource, method);
    Marks.Finding known = findings.get(endpoint);
    if (known != null) {
      return known;
    }
    Marks.Finding found =
        Marks.find(applications, way(matched, resource, method, seen.get()), resource, method);
    if (matched.classes().size() <= LONGEST_REMEMBERED
        && findings.size() < MOST_REMEMBERED
        && findings.put(endpoint, found) == null) {
      tellDoubt(found);
    }
    return found;
  }

  int remembered() {
    return findings.size();
  }

  /** An OPTIONS request that the runtime itself answers runs no code of the application. */
  static boolean isAnsweredByRuntime(ContainerRequestContext context, Class<?> resource) {
    return HttpMethod.OPTIONS.equals(context.getMethod())
        && resource.getName().startsWith(RUNTIMES_OWN);
  }

  private List<ResourceStep> way(
      Matched matched, Class<?> resource, Method method, Set<Class<?>> seen) {
    Map<Class<?>, ResourceStep> steps = new HashMap<>();
    List<ResourceStep> way = new ArrayList<>();
    for (Class<?> type : matched.classes()) {
      way.add(
          steps.computeIfAbsent(
              type,
              shown ->
                  matched.objects()
                      ? classes.ofObject(shown, seen)
                      : classes.ofClass(shown, seen)));
    }
    if (way.isEmpty() || !runs(way.get(way.size() - 1), resource, method)) {
      // the runtime showed only what leads there (Quarkus REST shows no root)
      way.add(classes.ofClass(resource, seen));
    }
    return way;
  }

  private static boolean runs(ResourceStep last, Class<?> resource, Method method) {
    return method.getDeclaringClass().isAssignableFrom(last.shown())
        || resource.isAssignableFrom(last.shown())
        || last.shown().isAssignableFrom(resource);
  }

  private static void tellDoubt(Marks.Finding found) {
    if (found instanceof Marks.Marked marked && marked.doubt() != null) {
      LOG.log(System.Logger.Level.WARNING, "In doubt: {0}.", marked.doubt());
    }
  }
}
