package io.github.mgsjaxrs.filter;

import io.github.mgsjaxrs.MgsConfigurationException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceContext;
import org.jspecify.annotations.Nullable;

/** Chooses where the raw target comes from, by what the runtime has. */
final class RawTargets {

  private static final System.Logger LOG = System.getLogger(RawTargets.class.getName());

  private static final String QUARKUS_REST = "org.jboss.resteasy.reactive.";

  private RawTargets() {}

  /**
   * Chooses once for all requests.
   *
   * @param context the first of them
   * @param resources the runtime's injection
   * @return the source
   * @throws MgsConfigurationException if the runtime needs a source that does not fit its version
   */
  static RawTarget choose(ContainerRequestContext context, @Nullable ResourceContext resources) {
    RawTarget chosen = isQuarkusRest(context) ? quarkusRest() : withUriInfo(resources);
    LOG.log(
        System.Logger.Level.DEBUG, "The raw target comes from {0}", chosen.getClass().getName());
    return chosen;
  }

  private static boolean isQuarkusRest(ContainerRequestContext context) {
    return context.getClass().getName().startsWith(QUARKUS_REST);
  }

  /** There is no last resort: UriInfo would drop queries, and reading would block. */
  private static RawTarget quarkusRest() {
    try {
      return QuarkusRestTarget.linked();
    } catch (LinkageError otherVersion) {
      throw new MgsConfigurationException(
          "This version of Quarkus REST is not one that mgs-jaxrs can read raw requests from ("
              + otherVersion
              + "): use a version that its documentation names",
          otherVersion);
    }
  }

  private static RawTarget withUriInfo(@Nullable ResourceContext resources) {
    RawTarget uriInfo = new UriInfoTarget();
    return resources == null ? uriInfo : servlet(resources, uriInfo);
  }

  private static RawTarget servlet(ResourceContext resources, RawTarget uriInfo) {
    try {
      return ServletTarget.in(resources, uriInfo);
    } catch (LinkageError noServletApi) {
      return uriInfo;
    }
  }
}
