package io.github.mgsjaxrs.internal.protection;

import io.github.mgsjaxrs.MgsConfigurationException;
import io.github.mgsjaxrs.internal.protection.RunningClasses.Shown;
import io.github.mgsjaxrs.internal.scheme.Requirement;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Protection by annotation: the marks of the matched method, looked up once for each endpoint. */
public final class MarkProtection {

  private static final System.Logger LOG = System.getLogger(MarkProtection.class.getName());

  private static final String JERSEY = "org.glassfish.jersey.";
  private static final String RESTEASY = "org.jboss.resteasy.";
  private static final String QUARKUS_REST = RESTEASY + "reactive.";

  // a stranger chooses the way through locators that lead to themselves: no end to remember
  private static final int MOST_REMEMBERED = 1024;
  private static final int LONGEST_REMEMBERED = 16;

  private final Supplier<List<ResourceBeans>> containers;
  private final CxfObjects objects = new CxfObjects();
  private volatile @Nullable RunningClasses classes;
  private volatile @Nullable ResourceModel model;
  private final Map<Endpoint, Marks.Finding> findings = new ConcurrentHashMap<>();
  private final Set<String> told = ConcurrentHashMap.newKeySet();

  /** All that a finding depends on. */
  private record Endpoint(
      List<Class<?>> applications,
      List<Matched> matched,
      ResourceModel.Match modelled,
      Class<?> resource,
      Method method,
      @Nullable PatchReader reader) {

    /** For each request, and so by what mostly differs, and without what a record's own does. */
    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Endpoint endpoint
          && method.equals(endpoint.method)
          && resource == endpoint.resource
          && modelled.equals(endpoint.modelled)
          && matched.equals(endpoint.matched)
          && applications.equals(endpoint.applications)
          && Objects.equals(reader, endpoint.reader);
    }

    /** What else there is seldom differs where these do not. */
    @Override
    public int hashCode() {
      return ((method.hashCode() * 31 + resource.hashCode()) * 31 + modelled.hashCode()) * 31
          + matched.hashCode();
    }
  }

  /** What is known of a matched resource. */
  private enum Sight {
    OBJECT,
    /** A container may have chosen another class. */
    CLASS,
    NOTHING
  }

  /** A matched resource as the runtime shows it. */
  private record Matched(Shown shown, Sight sight) {

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Matched matched
          && sight == matched.sight
          && shown.equals(matched.shown);
    }

    @Override
    public int hashCode() {
      return shown.hashCode() * 31 + sight.hashCode();
    }

    static Matched of(Object resource, RunningClasses running, boolean last) {
      if (resource instanceof UnseenResource unseen) {
        return new Matched(Shown.named(unseen.named()), Sight.NOTHING);
      }
      return resource instanceof Class<?> type
          ? new Matched(Shown.named(type), Sight.CLASS)
          : new Matched(running.of(resource, last), Sight.OBJECT);
    }

    ResourceStep step(RunningClasses running, Set<Class<?>> seen) {
      return switch (sight) {
        case OBJECT -> running.ofObject(shown, seen);
        case CLASS -> running.ofClass(shown.type(), seen);
        case NOTHING ->
            new ResourceStep(
                shown.type(), running.ofClass(shown.type(), seen).running(), true, false);
      };
    }
  }

  /**
   * A lookup that remembers.
   *
   * @param containers what makes objects of the application's classes; asked when the first request
   *     is matched
   */
  public MarkProtection(Supplier<List<ResourceBeans>> containers) {
    this.containers = containers;
  }

  private RunningClasses classes() {
    RunningClasses known = classes;
    if (known == null) {
      known = new RunningClasses(containers.get());
      classes = known;
    }
    return known;
  }

  /**
   * What the marks say of a matched request.
   *
   * @param context the request
   * @param resourceInfo what was matched, or null if the runtime did not inject it
   * @param applications the classes of the application that the request belongs to, wrappers
   *     included; empty if there is none
   * @param seen marked classes that the servlet container saw; asked for the first request to each
   *     endpoint only. Empty where this request does not tell: what was found without them says
   *     nothing of the next one
   * @param last whether no other filter runs before the resource does, so that what is not known
   *     now never is
   * @return the finding; marked when the runtime does not say what it matched
   */
  public Marks.Finding find(
      ContainerRequestContext context,
      @Nullable ResourceInfo resourceInfo,
      List<Class<?>> applications,
      Supplier<Optional<Set<Class<?>>>> seen,
      boolean last) {
    Class<?> resource = resourceInfo == null ? null : resourceInfo.getResourceClass();
    Method method = resourceInfo == null ? null : resourceInfo.getResourceMethod();
    if (resource == null || method == null) {
      return new Marks.Marked(Requirement.ANY_KEY, null);
    }
    if (isAnsweredByRuntime(context, resource)) {
      return new Marks.Unmarked();
    }
    List<Matched> matched = matched(context, last);
    Matched untold = untold(matched);
    if (untold != null) {
      return new Marks.Marked(Requirement.ofUnseenClass(untold.shown().type()), null);
    }
    ResourceModel.Match modelled = model(context).match(context);
    PatchReader reader;
    try {
      reader = PatchReader.of(context);
    } catch (MgsConfigurationException wrong) {
      return new Marks.Marked(Requirement.ofUntold(wrong), null);
    }
    Endpoint endpoint = new Endpoint(applications, matched, modelled, resource, method, reader);
    Marks.Finding known = findings.get(endpoint);
    if (known != null) {
      return known;
    }
    Marks.Finding found;
    Optional<Set<Class<?>>> told = seen.get();
    try {
      found = find(endpoint, told.orElse(Set.of()));
    } catch (IllegalStateException unknown) {
      // a container that knows nothing on this thread may know of a mark: not to be remembered
      return new Marks.Marked(Requirement.ofUnknown(unknown), null);
    }
    if (told.isPresent()
        && matched.size() <= LONGEST_REMEMBERED
        && findings.size() < MOST_REMEMBERED
        && findings.put(endpoint, found) == null) {
      tellDoubt(found);
    }
    return found;
  }

  /** The root first. */
  private List<Matched> matched(ContainerRequestContext context, boolean last) {
    List<Matched> matched = new ArrayList<>();
    for (Object resource : objects.of(context)) {
      matched.add(Matched.of(resource, classes(), last));
    }
    Collections.reverse(matched);
    return matched;
  }

  /** A sub-resource of which nothing is known: any marked locator may have led there. */
  private static @Nullable Matched untold(List<Matched> matched) {
    for (int i = 1; i < matched.size(); i++) {
      if (matched.get(i).sight() == Sight.NOTHING) {
        return matched.get(i);
      }
    }
    return null;
  }

  private Marks.Finding find(Endpoint endpoint, Set<Class<?>> seen) {
    Class<?> resource = endpoint.resource();
    Method method = endpoint.method();
    Marks marks = new Marks(way(endpoint.matched(), resource, method, seen), resource, method);
    marks.lookAtModel(
        endpoint.modelled().fixed(resource, () -> classes().marked(seen)),
        endpoint.modelled().exemptible());
    PatchReader reader = endpoint.reader();
    if (reader != null) {
      marks.lookAtReader(read(reader, endpoint.applications(), seen));
    }
    return marks.find(endpoint.applications());
  }

  /** What a GET of the same path asks for, whatever the method exempts itself from. */
  private Marks.Finding read(PatchReader reader, List<Class<?>> applications, Set<Class<?>> seen) {
    return new Marks(
            List.of(classes().ofClass(reader.resource(), seen)), reader.resource(), reader.method())
        .find(applications);
  }

  public int remembered() {
    return findings.size();
  }

  /**
   * An OPTIONS request that the runtime itself answers runs no code of the application. What Jersey
   * answers reaches filters, with a class of its own; what others do, does not.
   */
  public static boolean isAnsweredByRuntime(ContainerRequestContext context, Class<?> resource) {
    return HttpMethod.OPTIONS.equals(context.getMethod()) && resource.getName().startsWith(JERSEY);
  }

  private ResourceModel model(ContainerRequestContext context) {
    ResourceModel known = model;
    if (known == null) {
      known = modelFor(context.getClass().getName());
      model = known;
    }
    return known;
  }

  private static ResourceModel modelFor(String runtime) {
    if (runtime.startsWith(JERSEY)) {
      return new JerseyModel();
    }
    return runtime.startsWith(QUARKUS_REST) ? new QuarkusRestModel() : ResourceModel.NONE;
  }

  private List<ResourceStep> way(
      List<Matched> matched, Class<?> resource, Method method, Set<Class<?>> seen) {
    RunningClasses running = classes();
    Map<Matched, ResourceStep> steps = new HashMap<>();
    List<ResourceStep> way = new ArrayList<>();
    for (Matched each : matched) {
      way.add(steps.computeIfAbsent(each, any -> any.step(running, seen)));
    }
    if (way.isEmpty() || !runs(way.get(way.size() - 1), resource, method)) {
      // the runtime showed only what leads there (Quarkus REST shows no root)
      way.add(running.ofClass(resource, seen));
    }
    return way;
  }

  private static boolean runs(ResourceStep last, Class<?> resource, Method method) {
    return method.getDeclaringClass().isAssignableFrom(last.shown())
        || resource.isAssignableFrom(last.shown())
        || last.shown().isAssignableFrom(resource);
  }

  private void tellDoubt(Marks.Finding found) {
    if (found instanceof Marks.Marked marked
        && marked.doubt() != null
        && told.add(marked.doubt())) {
      LOG.log(System.Logger.Level.WARNING, "In doubt: {0}.", marked.doubt());
    }
  }
}
