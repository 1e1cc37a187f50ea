package io.github.mgsjaxrs.cdi.observability;

import jakarta.enterprise.inject.spi.BeforeBeanDiscovery;

/** Makes a bean of the readiness check where MicroProfile Health is there; loadable without it. */
public final class HealthBeans {

  private HealthBeans() {}

  /**
   * Adds the check, on containers with CDI Full. On Quarkus its annotation makes it a bean.
   *
   * @param beans takes it
   */
  public static void add(BeforeBeanDiscovery beans) {
    if (isThere()) {
      beans.addAnnotatedType(KeysReadiness.class, KeysReadiness.class.getName());
    }
  }

  /** Asked by name, as some class loaders warn of a class whose interface is missing. */
  private static boolean isThere() {
    try {
      Class.forName(
          "org.eclipse.microprofile.health.HealthCheck", false, HealthBeans.class.getClassLoader());
      return true;
    } catch (ClassNotFoundException noHealth) {
      return false;
    }
  }
}
