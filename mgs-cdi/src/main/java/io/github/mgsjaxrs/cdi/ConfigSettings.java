package io.github.mgsjaxrs.cdi;

import io.github.mgsjaxrs.MgsConfigurationException;
import io.github.mgsjaxrs.settings.SettingSource;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;
import org.eclipse.microprofile.config.ConfigValue;
import org.jspecify.annotations.Nullable;

/**
 * The settings as MicroProfile Config has them. A class of its own, so that nothing else needs
 * MicroProfile Config to be loaded.
 *
 * <p>A value without <code>${</code> is given exactly as its source has it; one with it is
 * expanded, and one that cannot be expanded is a fault and never "not set".
 */
final class ConfigSettings implements SettingSource {

  /** A value that is nothing but a reference to another name. */
  private static final Pattern REFERENCE = Pattern.compile("\\$\\{([^${}:]+)}");

  private static final int DEEPEST_REFERENCE = 8;

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
    return value(name, 0);
  }

  private @Nullable String value(String name, int depth) {
    String raw;
    String expanded;
    try {
      // getOptionalValue would take an empty value, which an SM2 user id may be, for a missing one
      ConfigValue found = config.getConfigValue(name);
      raw = found.getRawValue();
      expanded = found.getValue();
    } catch (RuntimeException unreadable) {
      // its message and its cause may quote the value, which may be a salt
      throw unreadable(name);
    }
    if (raw == null || raw.equals(expanded)) {
      return expanded;
    }
    Matcher reference = REFERENCE.matcher(raw);
    if (reference.matches() && depth < DEEPEST_REFERENCE) {
      // follows the reference itself, as an expansion would halve the $$ of the value found there
      String referred = value(reference.group(1), depth + 1);
      if (referred == null) {
        throw unreadable(name);
      }
      return referred;
    }
    if (expanded == null) {
      throw unreadable(name);
    }
    return !raw.contains("${") && differOnlyInEscapes(raw, expanded) ? raw : expanded;
  }

  // where nothing was to expand, $$ and \$ were still taken for escapes; a salt may hold them
  private static boolean differOnlyInEscapes(String raw, String expanded) {
    return withoutEscapes(raw).equals(withoutEscapes(expanded));
  }

  private static String withoutEscapes(String text) {
    return text.replace("\\", "").replace("$", "");
  }

  private static MgsConfigurationException unreadable(String name) {
    return new MgsConfigurationException(
        name
            + " has an expression ${…} that cannot be expanded: give what it names a value, or"
            + " write \\${ where these characters are meant");
  }
}
