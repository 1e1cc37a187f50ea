package io.github.mgsjaxrs.internal.enforcement;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Configuration;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Tells whether a JAX-RS application has the filters: it goes with a request of the library's own,
 * and the first of the filters gives evidence where it is reached.
 *
 * <p>What an application or its deployment descriptor says is not asked: settings of the runtime
 * can keep the filters away in more ways than anybody knows.
 */
public final class Witness {

  /** The request attribute, which nobody outside can set. */
  public static final String PROPERTY = "io.github.mgsjaxrs.witness";

  private volatile @Nullable List<String> missing;

  /** A witness of an application that is about to be asked. */
  public Witness() {}

  /**
   * Gives evidence and ends the request, if it is the library's own.
   *
   * @param context a request before matching
   * @param configuration what is registered where this filter runs; null where nobody tells
   * @param needed what has to be registered
   * @return false for every other request
   */
  public static boolean answers(
      ContainerRequestContext context,
      @Nullable Configuration configuration,
      List<Class<?>> needed) {
    if (!(context.getProperty(PROPERTY) instanceof Witness witness)) {
      return false;
    }
    witness.missing =
        needed.stream()
            .filter(provider -> configuration == null || !configuration.isRegistered(provider))
            .map(Class::getSimpleName)
            .toList();
    context.abortWith(Response.noContent().build());
    return true;
  }

  /** Whether everything was there. */
  public boolean isSatisfied() {
    List<String> known = missing;
    return known != null && known.isEmpty();
  }

  /** What was missing, for the operator. */
  public String missing() {
    List<String> known = missing;
    return known == null ? "all of them" : String.join(", ", known);
  }
}
