package io.github.mgsjaxrs.cdi;

import io.github.mgsjaxrs.MgsConfigurationException;
import io.github.mgsjaxrs.filter.BoundSignatureFilter;
import io.github.mgsjaxrs.filter.EntityRelease;
import io.github.mgsjaxrs.filter.RequestSnapshotFilter;
import io.github.mgsjaxrs.filter.SignatureFilter;
import jakarta.ws.rs.core.Application;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The classes that an application lists, where no others are looked for. */
final class ListedClasses {

  private static final String QUARKUS_REST =
      "org.jboss.resteasy.reactive.server.spi.ResteasyReactiveContainerRequestContext";

  private static final List<Class<?>> FILTERS =
      List.of(
          RequestSnapshotFilter.class,
          SignatureFilter.class,
          BoundSignatureFilter.class,
          EntityRelease.class);

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
   * @throws MgsConfigurationException if it lists classes, and not those of the filters
   */
  static void requireFilters(Application application) {
    // Quarkus REST knows no singletons
    Set<Class<?>> listed = application.getClasses();
    if (listed.isEmpty() || listed.containsAll(FILTERS)) {
      return;
    }
    throw new MgsConfigurationException(
        application.getClass().getName()
            + " lists its classes and leaves out the filters that verify signatures, so that every"
            + " resource would be open: add "
            + FILTERS.stream().map(Class::getName).collect(Collectors.joining(", "))
            + " to getClasses(), or remove the method");
  }
}
