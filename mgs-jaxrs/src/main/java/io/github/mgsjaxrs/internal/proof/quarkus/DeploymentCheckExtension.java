package io.github.mgsjaxrs.internal.proof.quarkus;

import jakarta.enterprise.event.Startup;
import jakarta.enterprise.inject.build.compatible.spi.BuildCompatibleExtension;
import jakarta.enterprise.inject.build.compatible.spi.Synthesis;
import jakarta.enterprise.inject.build.compatible.spi.SyntheticComponents;

/**
 * Has {@link DeploymentCheck} run when an application on Quarkus starts. Found as a service and not
 * in an index, so that nothing which hides filters or beans hides it too.
 */
public class DeploymentCheckExtension implements BuildCompatibleExtension {

  private static final String ARC = "io.quarkus.arc.Arc";

  /** Called by the container. */
  public DeploymentCheckExtension() {}

  /**
   * Adds the check; on other runtimes, nothing.
   *
   * @param components takes the observer
   */
  @Synthesis
  public void checkAtStart(SyntheticComponents components) {
    if (isThere(DeploymentCheckExtension.class.getClassLoader())
        || isThere(Thread.currentThread().getContextClassLoader())) {
      components.addObserver(Startup.class).observeWith(DeploymentCheck.class);
    }
  }

  private static boolean isThere(ClassLoader loader) {
    try {
      Class.forName(ARC, false, loader);
      return true;
    } catch (ClassNotFoundException | LinkageError otherContainer) {
      return false;
    }
  }
}
