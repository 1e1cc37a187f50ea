package io.github.mgsjaxrs.filter;

import jakarta.ws.rs.container.ContainerRequestContext;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.jboss.resteasy.reactive.server.core.UriMatch;

/**
 * The classes that Quarkus REST matched by, which it knows where it cannot show an object yet. Of a
 * way that leads through one locator again and again it shows the ends alone.
 *
 * <p>Loaded on Quarkus REST alone.
 */
final class QuarkusRestModel implements ResourceModel {

  QuarkusRestModel() {}

  @Override
  public Match match(ContainerRequestContext context) {
    List<Class<?>> classes = new ArrayList<>();
    for (UriMatch step : QuarkusRestTarget.in(context).getMatchedURIs()) {
      if (step.resource != null) {
        classes.add(step.resource.getResourceClass());
      }
    }
    return new Said(List.copyOf(classes));
  }

  private record Said(List<Class<?>> classes) implements Match {

    @Override
    public List<Requirement> fixed(Class<?> resource, Supplier<Set<Class<?>>> marked) {
      List<Requirement> marks = new ArrayList<>();
      for (Class<?> type : classes) {
        if (type != resource) {
          marks.addAll(TypeHierarchy.of(type).marks());
        }
        addPassed(type, marked, marks);
      }
      addPassed(resource, marked, marks);
      return marks;
    }

    /** What a locator that leads to its own class may have led through, besides what is shown. */
    private static void addPassed(
        Class<?> type, Supplier<Set<Class<?>>> marked, List<Requirement> marks) {
      for (Method locator : TypeHierarchy.of(type).locators()) {
        Class<?> leadsTo = locator.getReturnType();
        if (leadsTo.isAssignableFrom(type)
            && !TypeHierarchy.of(leadsTo).resourceTypes().isEmpty()) {
          marked.get().stream()
              .filter(leadsTo::isAssignableFrom)
              .map(TypeHierarchy::of)
              .forEach(
                  passed -> {
                    marks.addAll(passed.marks());
                    marks.addAll(TypeHierarchy.marks(passed.locators()));
                  });
        }
      }
    }

    @Override
    public List<Requirement> exemptible() {
      return List.of();
    }
  }
}
