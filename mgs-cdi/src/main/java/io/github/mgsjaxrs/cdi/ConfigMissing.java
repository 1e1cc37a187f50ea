package io.github.mgsjaxrs.cdi;

import io.github.mgsjaxrs.MgsConfigurationException;

/** What to do where there is no MicroProfile Config; loadable without it. */
final class ConfigMissing {

  private static final String MESSAGE =
      "MicroProfile Config is not there, which mgs-cdi reads the settings from: add the dependency"
          + " io.smallrye.config:smallrye-config (on Open Liberty, enable the feature mpConfig), or"
          + " declare a bean of type MgsVerifier";

  private ConfigMissing() {}

  static MgsConfigurationException because(Throwable cause) {
    return new MgsConfigurationException(MESSAGE, cause);
  }
}
