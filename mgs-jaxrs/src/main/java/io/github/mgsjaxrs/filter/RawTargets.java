package io.github.mgsjaxrs.filter;

import jakarta.ws.rs.container.ResourceContext;
import org.jspecify.annotations.Nullable;

/** Chooses where the raw target comes from, by what the runtime has. */
final class RawTargets {

  private static final System.Logger LOG = System.getLogger(RawTargets.class.getName());

  private RawTargets() {}

  static RawTarget choose(@Nullable ResourceContext resources) {
    RawTarget chosen = resources == null ? null : servlet(resources);
    if (chosen == null) {
      chosen = new UriInfoTarget();
    }
    LOG.log(
        System.Logger.Level.DEBUG, "The raw target comes from {0}", chosen.getClass().getName());
    return chosen;
  }

  private static @Nullable RawTarget servlet(ResourceContext resources) {
    try {
      return ServletTarget.in(resources);
    } catch (LinkageError | RuntimeException noServletContainer) {
      LOG.log(System.Logger.Level.DEBUG, "There is no servlet request here", noServletContainer);
      return null;
    }
  }
}
