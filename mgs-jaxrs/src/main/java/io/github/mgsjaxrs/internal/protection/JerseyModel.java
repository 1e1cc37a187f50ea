package io.github.mgsjaxrs.internal.protection;

import io.github.mgsjaxrs.internal.scheme.Requirement;
import jakarta.ws.rs.container.ContainerRequestContext;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.glassfish.jersey.server.ExtendedUriInfo;
import org.glassfish.jersey.server.model.Invocable;
import org.glassfish.jersey.server.model.Resource;
import org.glassfish.jersey.server.model.ResourceMethod;
import org.jspecify.annotations.Nullable;

/**
 * Jersey's resource model: the locators that led to a resource, also where they have no annotation
 * or belong to the same class; what was bound by name where a resource was built by hand; and the
 * marked classes beside what a {@code ModelProcessor} added, such as the view of a template.
 *
 * <p>Loaded on Jersey alone.
 */
public final class JerseyModel implements ResourceModel {

  private static final int MOST_REMEMBERED = 1024;

  /** Whether methods of a class say by annotations what they answer. */
  private final Map<Class<?>, Boolean> annotated = new ConcurrentHashMap<>();

  private final Map<ResourceMethod, Said> ofRoots = new ConcurrentHashMap<>();

  public JerseyModel() {}

  @Override
  public Match match(ContainerRequestContext context) {
    if (!(context.getUriInfo() instanceof ExtendedUriInfo matched)) {
      return ResourceModel.NothingSaid.INSTANCE;
    }
    ResourceMethod method = matched.getMatchedResourceMethod();
    if (method == null) {
      return ResourceModel.NothingSaid.INSTANCE;
    }
    List<ResourceMethod> locators = matched.getMatchedResourceLocators();
    if (!locators.isEmpty()) {
      return said(locators, method, matched);
    }
    // a root resource's methods stay the same objects
    Said known = ofRoots.get(method);
    if (known == null) {
      known = said(List.of(), method, matched);
      if (ofRoots.size() < MOST_REMEMBERED) {
        ofRoots.put(method, known);
      }
    }
    return known;
  }

  private Said said(List<ResourceMethod> locators, ResourceMethod method, ExtendedUriInfo matched) {
    Handled handled = Handled.of(method);
    return new Said(
        locators.stream().map(Handled::of).toList(),
        handled,
        isAnnotated(handled.handler()) ? Set.of() : beside(matched.getMatchedModelResource()));
  }

  /** The annotated classes of the resource that something else answers for. */
  private Set<Class<?>> beside(Resource matched) {
    Set<Class<?>> handlers = new HashSet<>();
    for (Resource resource = matched; resource != null; resource = resource.getParent()) {
      handlers.addAll(resource.getHandlerClasses());
      resource.getHandlerInstances().forEach(instance -> handlers.add(instance.getClass()));
    }
    handlers.removeIf(handler -> !isAnnotated(handler));
    return Set.copyOf(handlers);
  }

  private boolean isAnnotated(Class<?> handler) {
    return annotated.computeIfAbsent(
        handler, type -> !TypeHierarchy.of(type).resourceTypes().isEmpty());
  }

  /** What answers, or leads on. */
  private record Handled(
      Class<?> handler,
      Method handling,
      Method definition,
      Set<Class<? extends Annotation>> bindings) {

    static Handled of(ResourceMethod method) {
      Invocable invocable = method.getInvocable();
      return new Handled(
          invocable.getHandler().getHandlerClass(),
          invocable.getHandlingMethod(),
          invocable.getDefinitionMethod(),
          method.isNameBound() ? Set.copyOf(method.getNameBindings()) : Set.of());
    }

    List<Requirement> ofBindings() {
      List<Requirement> marks = new ArrayList<>();
      bindings.forEach(binding -> marks.addAll(DeclaredMarks.of(binding)));
      return marks;
    }

    List<Requirement> ofMethods() {
      return TypeHierarchy.marks(List.of(handling, definition));
    }

    List<Requirement> ofFamily() {
      List<Requirement> marks = new ArrayList<>(ofMethods());
      TypeHierarchy types = TypeHierarchy.of(handler);
      for (Method method : List.of(handling, definition)) {
        marks.addAll(
            TypeHierarchy.marks(types.methods(method.getName(), method.getParameterCount())));
      }
      return marks;
    }
  }

  /** Compared for each request, so that it knows its own hash. */
  private static final class Said implements Match {

    private final List<Handled> locators;
    private final Handled method;
    private final Set<Class<?>> beside;
    private final int hash;

    Said(List<Handled> locators, Handled method, Set<Class<?>> beside) {
      this.locators = locators;
      this.method = method;
      this.beside = beside;
      this.hash = Objects.hash(locators, method, beside);
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return this == other
          || (other instanceof Said said
              && locators.equals(said.locators)
              && method.equals(said.method)
              && beside.equals(said.beside));
    }

    @Override
    public int hashCode() {
      return hash;
    }

    @Override
    public Fixed fixed(Class<?> resource, Supplier<Set<Class<?>>> marked) {
      List<Requirement> marks = new ArrayList<>(method.ofMethods());
      for (Handled locator : locators) {
        marks.addAll(locator.ofFamily());
        marks.addAll(locator.ofBindings());
        if (locator.handler() != resource) {
          marks.addAll(TypeHierarchy.of(locator.handler()).marks());
        }
      }
      return new Fixed(marks, null);
    }

    @Override
    public List<Requirement> exemptible() {
      List<Requirement> marks = new ArrayList<>(method.ofBindings());
      marks.addAll(TypeHierarchy.of(beside).marks());
      return marks;
    }
  }
}
