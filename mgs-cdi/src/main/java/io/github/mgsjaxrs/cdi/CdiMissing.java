package io.github.mgsjaxrs.cdi;

import io.github.mgsjaxrs.MgsConfigurationException;
import jakarta.enterprise.inject.spi.CDI;
import java.util.Objects;

/** What to do where there is no CDI API; loadable without it. */
final class CdiMissing {

  private static final String MESSAGE =
      "mgs-cdi is on the class path, and the CDI API (jakarta.enterprise) is not: remove mgs-cdi, and"
          + " register new MgsFeature(verifier) with a verifier of MgsVerifier.builder(), or run the"
          + " application with a CDI container";

  private CdiMissing() {}

  /**
   * For the constructor of a service, so that it is told when it is loaded.
   *
   * @throws MgsConfigurationException if there is no CDI API
   */
  static void requireApi() {
    try {
      Objects.requireNonNull(CDI.class);
    } catch (NoClassDefFoundError noApi) {
      throw new MgsConfigurationException(MESSAGE, noApi);
    }
  }
}
