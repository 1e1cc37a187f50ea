package io.github.mgsjaxrs.internal.enforcement;

import io.github.mgsjaxrs.MgsConfigurationException;
import io.github.mgsjaxrs.internal.runtime.RawTarget;
import io.github.mgsjaxrs.internal.runtime.UriInfoTarget;
import io.github.mgsjaxrs.internal.runtime.VertxTarget;
import io.github.mgsjaxrs.internal.runtime.quarkus.QuarkusRestTarget;
import io.github.mgsjaxrs.internal.runtime.servlet.ServletTarget;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceContext;
import org.jspecify.annotations.Nullable;

/** Chooses where the raw target comes from, by what the runtime has. */
public final class RawTargets {

  private static final System.Logger LOG = System.getLogger(RawTargets.class.getName());

  private static final String RESTEASY = "org.jboss.resteasy.";
  private static final String QUARKUS_REST = RESTEASY + "reactive.";

  private RawTargets() {}

  /**
   * Chooses once for all requests.
   *
   * @param context the first of them
   * @param resources the runtime's injection
   * @return the source
   * @throws MgsConfigurationException if the runtime needs a source that does not fit its version
   */
  public static RawTarget choose(
      ContainerRequestContext context, @Nullable ResourceContext resources) {
    RawTarget chosen = isQuarkusRest(context) ? quarkusRest() : withUriInfo(context, resources);
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

  private static RawTarget withUriInfo(
      ContainerRequestContext context, @Nullable ResourceContext resources) {
    RawTarget uriInfo = new UriInfoTarget();
    return resources == null ? uriInfo : servlet(context, resources, uriInfo);
  }

  private static RawTarget servlet(
      ContainerRequestContext context, ResourceContext resources, RawTarget uriInfo) {
    try {
      ServletTarget servlet = ServletTarget.in(resources, uriInfo);
      return servlet.serves(context) ? servlet : vertx(context, resources, servlet);
    } catch (LinkageError noServletApi) {
      return vertx(context, resources, uriInfo);
    }
  }

  /** Others than RESTEasy know nothing of Vert.x, and some log that they cannot inject it. */
  private static RawTarget vertx(
      ContainerRequestContext context, ResourceContext resources, RawTarget otherwise) {
    if (!context.getClass().getName().startsWith(RESTEASY)) {
      return otherwise;
    }
    try {
      RawTarget vertx = VertxTarget.in(resources);
      return vertx == null ? otherwise : vertx;
    } catch (LinkageError noVertx) {
      return otherwise;
    }
  }
}
