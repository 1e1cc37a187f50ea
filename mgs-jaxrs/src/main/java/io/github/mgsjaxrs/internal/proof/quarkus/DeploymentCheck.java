package io.github.mgsjaxrs.internal.proof.quarkus;

import io.github.mgsjaxrs.MgsConfigurationException;
import jakarta.enterprise.event.Startup;
import jakarta.enterprise.inject.build.compatible.spi.Parameters;
import jakarta.enterprise.inject.build.compatible.spi.SyntheticObserver;
import jakarta.enterprise.inject.spi.EventContext;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Refuses to start an application on Quarkus that was deployed without the filters, for whatever
 * reason: the deployment itself is asked, and not what may have shaped it. One that cannot be asked
 * does not start either. The container instantiates it.
 */
public class DeploymentCheck implements SyntheticObserver<Startup> {

  private static final String QUARKUS_REST =
      "org.jboss.resteasy.reactive.server.spi.ResteasyReactiveContainerRequestContext";
  private static final String QUARKUS_RESTEASY =
      "io.quarkus.resteasy.server.common.runtime.QuarkusResteasyDeployment";

  /** Tells which of the providers a deployment lacks. */
  @FunctionalInterface
  public interface Deployed {
    List<Class<?>> leftOut() throws ReflectiveOperationException;
  }

  /** Called by the container. */
  public DeploymentCheck() {}

  @Override
  public void observe(EventContext<Startup> event, Parameters none) {
    if (isThere(QUARKUS_REST)) {
      require("Quarkus REST", () -> QuarkusRestDeployment.current().leftOut());
    }
    if (isThere(QUARKUS_RESTEASY)) {
      require("Quarkus RESTEasy Classic", () -> ClassicDeployment.current().leftOut());
    }
  }

  /** Whether the running application has the class, or this library by itself. */
  private static boolean isThere(String name) {
    return isThere(name, Thread.currentThread().getContextClassLoader())
        || isThere(name, DeploymentCheck.class.getClassLoader());
  }

  private static boolean isThere(String name, @Nullable ClassLoader loader) {
    try {
      Class.forName(name, false, loader);
      return true;
    } catch (ClassNotFoundException otherRuntime) {
      return false;
    } catch (LinkageError unusable) {
      return true;
    }
  }

  /**
   * Refuses a deployment that lacks providers, or cannot be asked.
   *
   * @param runtime its name
   * @param deployed the deployment
   * @throws MgsConfigurationException with what was found, and what to change
   */
  public static void require(String runtime, Deployed deployed) {
    List<Class<?>> leftOut;
    try {
      leftOut = deployed.leftOut();
    } catch (ReflectiveOperationException | RuntimeException | LinkageError otherVersion) {
      throw new MgsConfigurationException(
          "It cannot be seen whether this version of "
              + runtime
              + " has deployed the filters that verify signatures ("
              + otherVersion
              + "), so the application does not start: use a version that the documentation of"
              + " mgs-jaxrs names",
          otherVersion);
    }
    if (!leftOut.isEmpty()) {
      throw new MgsConfigurationException(
          "This application was deployed on "
              + runtime
              + " and leaves out filters that verify signatures or sign answers, so that resources"
              + " would be open, or answers not signed. Where an Application lists its classes, let"
              + " getClasses() do classes.addAll(MgsFeature.providers()), or remove it and"
              + " getSingletons(); otherwise, see that nothing excludes io.github.mgsjaxrs or its"
              + " index (quarkus.arc.exclude-types, quarkus.class-loading.*, say). Left out are "
              + leftOut.stream().map(Class::getName).collect(Collectors.joining(", ")));
    }
  }
}
