package io.github.mgsjaxrs.internal.protection;

import io.github.mgsjaxrs.internal.scheme.Requirement;
import jakarta.ws.rs.container.ContainerRequestContext;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What a runtime matches requests by where that is more than annotated classes: its model may have
 * been built by hand, and may know exactly which locators led to a resource.
 */
public interface ResourceModel {

  /** A runtime that has nothing but annotated classes, or tells nothing else. */
  ResourceModel NONE = context -> NothingSaid.INSTANCE;

  /**
   * What the model says of a matched request.
   *
   * @param context the request
   * @return the same for all requests of which it says the same, by {@code equals}
   */
  Match match(ContainerRequestContext context);

  /** What is said of one match. */
  interface Match {

    /**
     * What the marks ask for that nothing exempts from.
     *
     * @param resource the class of the matched method
     * @param marked gives the marked classes that were seen when the application started
     */
    Fixed fixed(Class<?> resource, Supplier<Set<Class<?>>> marked);

    /** What the marks ask for that the matched method may exempt itself from. */
    List<Requirement> exemptible();
  }

  /**
   * What nothing exempts from.
   *
   * @param certain what the marks ask for that surely stand on the way
   * @param doubted what others ask for that may; null if there are none
   */
  record Fixed(List<Requirement> certain, @Nullable Doubted doubted) {}

  /**
   * What marks ask for that may not be meant.
   *
   * @param marks what they ask for
   * @param doubt why they count all the same, and how to open what they close
   */
  record Doubted(List<Requirement> marks, String doubt) {}

  /** Of every match. */
  enum NothingSaid implements Match {
    /** The only one. */
    INSTANCE;

    @Override
    public Fixed fixed(Class<?> resource, Supplier<Set<Class<?>>> marked) {
      return new Fixed(List.of(), null);
    }

    @Override
    public List<Requirement> exemptible() {
      return List.of();
    }
  }
}
