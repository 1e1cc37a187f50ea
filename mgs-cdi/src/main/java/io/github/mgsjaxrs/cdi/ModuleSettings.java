package io.github.mgsjaxrs.cdi;

import io.github.mgsjaxrs.MgsConfigurationException;
import io.github.mgsjaxrs.settings.SettingSource;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/**
 * The settings that a verifier was built from, and whether others are meant to be in force where it
 * is used: the web applications of an enterprise application may share a verifier, and have a
 * configuration each.
 *
 * <p>Both are read when they are compared, so that a source whose values change does not differ
 * from itself.
 */
final class ModuleSettings {

  private final SettingSource built;

  /**
   * Keeps what a verifier was built from.
   *
   * @param built its settings
   */
  ModuleSettings(SettingSource built) {
    this.built = built;
  }

  /**
   * Refuses a module whose settings would be ignored.
   *
   * @param settings the module's own
   * @throws MgsConfigurationException if any name that starts with {@code mgs.} has another value
   *     there; its message has names and never values
   */
  void requireSame(SettingSource settings) {
    Set<String> names = new TreeSet<>();
    for (SettingSource source : new SettingSource[] {built, settings}) {
      source.names().stream().filter(ModuleSettings::isOurs).forEach(names::add);
    }
    names.removeIf(name -> Objects.equals(built.value(name), settings.value(name)));
    if (names.isEmpty()) {
      return;
    }
    throw new MgsConfigurationException(
        "The settings of this application are not those of the verifier that its requests would meet: "
            + String.join(", ", names)
            + " differ. mgs-cdi lies where several web applications share it (lib/ of an enterprise"
            + " application), so that one verifier serves them all: put the library into WEB-INF/lib"
            + " of each, or give all of them the same settings, in a library in lib/ with"
            + " META-INF/microprofile-config.properties and nowhere else");
  }

  /** Environment variables too, in whose names other characters are underscores. */
  private static boolean isOurs(String name) {
    return name.startsWith("mgs.") || name.startsWith("MGS_");
  }
}
