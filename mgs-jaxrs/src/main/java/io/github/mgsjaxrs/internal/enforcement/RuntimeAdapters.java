package io.github.mgsjaxrs.internal.enforcement;

import io.github.mgsjaxrs.MgsConfigurationException;
import io.github.mgsjaxrs.internal.runtime.RuntimeAdapter;
import io.github.mgsjaxrs.internal.runtime.UriInfoAdapter;
import io.github.mgsjaxrs.internal.runtime.VertxAdapter;
import io.github.mgsjaxrs.internal.runtime.quarkus.QuarkusRestAdapter;
import io.github.mgsjaxrs.internal.runtime.servlet.ServletAdapter;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceContext;
import org.jspecify.annotations.Nullable;

/** Chooses where the raw target comes from, by what the runtime has. */
public final class RuntimeAdapters {

  private static final System.Logger LOG = System.getLogger(RuntimeAdapters.class.getName());

  private static final String RESTEASY = "org.jboss.resteasy.";
  private static final String QUARKUS_REST = RESTEASY + "reactive.";

  private RuntimeAdapters() {}

  /**
   * Chooses once for all requests.
   *
   * @param context the first of them
   * @param resources the runtime's injection
   * @return the source
   * @throws MgsConfigurationException if the runtime needs a source that does not fit its version
   */
  public static RuntimeAdapter choose(
      ContainerRequestContext context, @Nullable ResourceContext resources) {
    RuntimeAdapter chosen =
        isQuarkusRest(context) ? quarkusRest() : withUriInfo(context, resources);
    LOG.log(
        System.Logger.Level.DEBUG, "The raw target comes from {0}", chosen.getClass().getName());
    return chosen;
  }

  private static boolean isQuarkusRest(ContainerRequestContext context) {
    return context.getClass().getName().startsWith(QUARKUS_REST);
  }

  /** There is no last resort: UriInfo would drop queries, and reading would block. */
  private static RuntimeAdapter quarkusRest() {
    try {
      return QuarkusRestAdapter.linked();
    } catch (LinkageError otherVersion) {
      throw new MgsConfigurationException(
          "This version of Quarkus REST is not one that mgs-jaxrs can read raw requests from ("
              + otherVersion
              + "): use a version that its documentation names",
          otherVersion);
    }
  }

  private static RuntimeAdapter withUriInfo(
      ContainerRequestContext context, @Nullable ResourceContext resources) {
    RuntimeAdapter uriInfo = new UriInfoAdapter();
    return resources == null ? uriInfo : servlet(context, resources, uriInfo);
  }

  private static RuntimeAdapter servlet(
      ContainerRequestContext context, ResourceContext resources, RuntimeAdapter uriInfo) {
    try {
      ServletAdapter servlet = ServletAdapter.in(resources, uriInfo);
      return servlet.serves(context) ? servlet : vertx(context, resources, servlet);
    } catch (LinkageError noServletApi) {
      return vertx(context, resources, uriInfo);
    }
  }

  /** Others than RESTEasy know nothing of Vert.x, and some log that they cannot inject it. */
  private static RuntimeAdapter vertx(
      ContainerRequestContext context, ResourceContext resources, RuntimeAdapter otherwise) {
    if (!context.getClass().getName().startsWith(RESTEASY)) {
      return otherwise;
    }
    try {
      RuntimeAdapter vertx = VertxAdapter.in(resources);
      return vertx == null ? otherwise : vertx;
    } catch (LinkageError noVertx) {
      return otherwise;
    }
  }
}
