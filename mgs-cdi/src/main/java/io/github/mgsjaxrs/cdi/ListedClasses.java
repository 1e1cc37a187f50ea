package io.github.mgsjaxrs.cdi;

import io.github.mgsjaxrs.MgsConfigurationException;
import io.github.mgsjaxrs.MgsFeature;
import jakarta.ws.rs.core.Application;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;

/** The classes that an application lists, where no others are looked for. */
final class ListedClasses {

  private static final String QUARKUS_REST =
      "org.jboss.resteasy.reactive.server.spi.ResteasyReactiveContainerRequestContext";

  private ListedClasses() {}

  /** Whether this is Quarkus REST, where a list hides filters that nothing brings back. */
  static boolean areAll() {
    try {
      Class.forName(QUARKUS_REST, false, Thread.currentThread().getContextClassLoader());
      return true;
    } catch (ClassNotFoundException otherRuntime) {
      return false;
    }
  }

  /**
   * Refuses an application whose list leaves the filters out.
   *
   * @param application the application
   * @throws MgsConfigurationException if it lists classes or instances, and not the filters
   */
  static void requireFilters(Application application) {
    Set<Class<?>> listed = new HashSet<>(application.getClasses());
    singletons(application).forEach(instance -> listed.add(instance.getClass()));
    if (listed.isEmpty() || listed.containsAll(MgsFeature.providers())) {
      return;
    }
    throw new MgsConfigurationException(
        application.getClass().getName()
            + " lists its classes and leaves out filters that verify signatures or sign answers, so that"
            + " resources would be open, or answers not signed: add all of MgsFeature.providers() to"
            + " getClasses(), or remove it and getSingletons(). Left out are "
            + MgsFeature.providers().stream()
                .filter(provider -> !listed.contains(provider))
                .map(Class::getName)
                .collect(Collectors.joining(", ")));
  }

  @SuppressWarnings("deprecation") // these count as a list as well
  private static Set<Object> singletons(Application application) {
    return application.getSingletons();
  }
}
