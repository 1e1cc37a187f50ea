package io.github.mgsjaxrs.cdi;

import io.github.mgsjaxrs.MgsConfigurationException;
import io.github.mgsjaxrs.SettingSource;
import java.util.Set;
import java.util.TreeSet;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jspecify.annotations.Nullable;

/**
 * The settings as MicroProfile Config has them. A class of its own, so that nothing else needs
 * MicroProfile Config to be loaded.
 */
final class ConfigSettings implements SettingSource {

  private final Config config;

  private ConfigSettings(Config config) {
    this.config = config;
  }

  /**
   * The configuration of the running application.
   *
   * @throws MgsConfigurationException if there is no MicroProfile Config
   */
  static SettingSource ofApplication() {
    try {
      return new ConfigSettings(ConfigProvider.getConfig());
    } catch (IllegalStateException noProvider) {
      throw ConfigMissing.because(noProvider);
    }
  }

  @Override
  public Set<String> names() {
    Set<String> names = new TreeSet<>();
    config.getPropertyNames().forEach(names::add);
    return names;
  }

  @Override
  public @Nullable String value(String name) {
    try {
      // getOptionalValue would take an empty value, which an SM2 user id may be, for a missing one
      return config.getConfigValue(name).getValue();
    } catch (RuntimeException unreadable) {
      // its message may quote the value, so a secret's is left out
      String reason = isSecret(name) ? "" : " (" + unreadable.getMessage() + ")";
      throw new MgsConfigurationException(
          name
              + " cannot be read"
              + reason
              + ": an expression ${…} in it needs a value or a default; write \\${ where the two"
              + " characters are meant");
    }
  }

  private static boolean isSecret(String name) {
    return name.endsWith(".salt") || name.endsWith(".password");
  }
}
