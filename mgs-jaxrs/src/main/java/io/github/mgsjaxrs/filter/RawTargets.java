package io.github.mgsjaxrs.filter;

import jakarta.ws.rs.container.ResourceContext;
import org.jspecify.annotations.Nullable;

/** Chooses where the raw target comes from, by what the runtime has. */
final class RawTargets {

  private static final System.Logger LOG = System.getLogger(RawTargets.class.getName());

  private RawTargets() {}

  static RawTarget choose(@Nullable ResourceContext resources) {
    RawTarget uriInfo = new UriInfoTarget();
    RawTarget chosen = resources == null ? uriInfo : servlet(resources, uriInfo);
    LOG.log(
        System.Logger.Level.DEBUG, "The raw target comes from {0}", chosen.getClass().getName());
    return chosen;
  }

  private static RawTarget servlet(ResourceContext resources, RawTarget uriInfo) {
    try {
      return ServletTarget.in(resources, uriInfo);
    } catch (LinkageError noServletApi) {
      return uriInfo;
    }
  }
}
