package io.github.mgsjaxrs.cdi;

import io.github.mgsjaxrs.MgsConfigurationException;
import java.util.Set;
import java.util.TreeSet;

/** Settings that protect paths, and would not, as the application has a verifier of its own. */
final class PathSettings {

  private static final String PROTECT = "mgs.protect";

  private PathSettings() {}

  /**
   * Refuses to start where nobody reads them.
   *
   * @throws MgsConfigurationException if there are some
   */
  static void requireNone() {
    Set<String> ignored = new TreeSet<>();
    try {
      ignored.addAll(ConfigSettings.ofApplication().names());
    } catch (MgsConfigurationException | NoClassDefFoundError noConfig) {
      return;
    }
    ignored.removeIf(name -> !name.startsWith(PROTECT));
    if (!ignored.isEmpty()) {
      throw new MgsConfigurationException(
          "The application has a verifier of its own, which protects no path, so that "
              + String.join(", ", ignored)
              + " would have no effect: give these to its builder (MgsVerifierBuilder.protect), or"
              + " remove them");
    }
  }
}
