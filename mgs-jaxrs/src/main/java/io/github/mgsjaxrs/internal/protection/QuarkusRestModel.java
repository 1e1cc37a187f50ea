package io.github.mgsjaxrs.internal.protection;

import io.github.mgsjaxrs.internal.runtime.quarkus.QuarkusRestAdapter;
import io.github.mgsjaxrs.internal.scheme.Requirement;
import jakarta.ws.rs.container.ContainerRequestContext;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.jboss.resteasy.reactive.server.core.UriMatch;
import org.jspecify.annotations.Nullable;

/**
 * The classes that Quarkus REST matched by, which it knows where it cannot show an object yet. Of a
 * way that leads through one locator again and again it shows the ends alone.
 *
 * <p>Loaded on Quarkus REST alone.
 */
public final class QuarkusRestModel implements ResourceModel {

  public QuarkusRestModel() {}

  @Override
  public Match match(ContainerRequestContext context) {
    List<Class<?>> classes = new ArrayList<>();
    for (UriMatch step : QuarkusRestAdapter.in(context).getMatchedURIs()) {
      if (step.resource != null) {
        classes.add(step.resource.getResourceClass());
      }
    }
    return new Said(List.copyOf(classes));
  }

  /**
   * Classes that tell a way.
   *
   * @param classes those of the matched locators and of the matched method
   */
  public record Said(List<Class<?>> classes) implements Match {

    @Override
    public Fixed fixed(Class<?> resource, Supplier<Set<Class<?>>> marked) {
      List<Requirement> marks = new ArrayList<>();
      for (Class<?> type : classes) {
        if (type != resource) {
          marks.addAll(TypeHierarchy.of(type).marks());
        }
      }
      return new Fixed(marks, passed(resource, marked));
    }

    /** What locators that lead to their own class may have led through, besides what is shown. */
    private @Nullable Doubted passed(Class<?> resource, Supplier<Set<Class<?>>> marked) {
      if (classes.size() < 2) {
        // each locator that was passed is shown once at least
        return null;
      }
      Set<Class<?>> ends = new LinkedHashSet<>(classes);
      ends.add(resource);
      List<Requirement> marks = new ArrayList<>();
      String doubt = "";
      for (Class<?> end : ends) {
        for (Method locator : TypeHierarchy.of(end).locators()) {
          for (Class<?> type : mayPass(locator, end, marked)) {
            List<Requirement> found = new ArrayList<>(TypeHierarchy.of(type).marks());
            found.addAll(TypeHierarchy.marks(TypeHierarchy.of(type).locators()));
            marks.addAll(found);
            doubt = found.isEmpty() ? doubt : doubt(locator, end, type);
          }
        }
      }
      return marks.isEmpty() ? null : new Doubted(marks, doubt);
    }

    private static List<Class<?>> mayPass(
        Method locator, Class<?> end, Supplier<Set<Class<?>>> marked) {
      Class<?> leadsTo = locator.getReturnType();
      boolean again =
          leadsTo.isAssignableFrom(end) && !TypeHierarchy.of(leadsTo).resourceTypes().isEmpty();
      return again ? marked.get().stream().filter(leadsTo::isAssignableFrom).toList() : List.of();
    }

    private static String doubt(Method locator, Class<?> end, Class<?> passed) {
      return locator.toGenericString()
          + " leads to "
          + end.getName()
          + " again, of which Quarkus REST tells the ends alone, and "
          + passed.getName()
          + ", which the locator may have led through, has a mark. To open it, declare as the return"
          + " type of the locator a class or interface that no marked class has";
    }

    @Override
    public List<Requirement> exemptible() {
      return List.of();
    }
  }
}
