package io.github.mgsjaxrs.quickstart;

import io.github.mgsjaxrs.MgsConfigurationException;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;

/**
 * The settings of the process, from the standard sources: system properties, environment variables,
 * the files that {@code smallrye.config.locations} names, and the built-in defaults.
 *
 * @param config all of them
 * @param demo whether the demo's keys are among them
 */
record QuickstartSettings(SmallRyeConfig config, boolean demo) {

  private static final String PORT = "quickstart.port";
  private static final String LOCATIONS = SmallRyeConfig.SMALLRYE_CONFIG_LOCATIONS;
  private static final int MAX_PORT = 65_535;

  /**
   * Reads the sources, and adds the demo's keys where none of them names a key.
   *
   * @throws MgsConfigurationException when a source cannot be read
   */
  static QuickstartSettings ofProcess() {
    SmallRyeConfig given = read(builder());
    requireLocations(given);
    return DemoKeys.areReplacedBy(given)
        ? new QuickstartSettings(given, false)
        : new QuickstartSettings(read(builder().withSources(DemoKeys.settings())), true);
  }

  /** Where to listen; 0 for a free port. */
  int port() {
    String value = config.getConfigValue(PORT).getValue();
    try {
      int port = Integer.parseInt(value.strip());
      if (port >= 0 && port <= MAX_PORT) {
        return port;
      }
    } catch (NumberFormatException notANumber) {
      // told below
    }
    throw new MgsConfigurationException(
        PORT
            + " is '"
            + value
            + "': a number from 0, for a free port, to "
            + MAX_PORT
            + " is needed");
  }

  private static SmallRyeConfig read(SmallRyeConfigBuilder builder) {
    try {
      return builder.build();
    } catch (IllegalArgumentException | IllegalStateException unreadable) {
      throw new MgsConfigurationException(
          "The settings cannot be read ("
              + unreadable.getMessage()
              + "): correct "
              + LOCATIONS
              + ", or what it names",
          unreadable);
    }
  }

  /** SmallRye only warns of a file that is not there, and then the demo's keys would be loaded. */
  private static void requireLocations(SmallRyeConfig given) {
    for (URI location :
        given.getOptionalValues(LOCATIONS, URI.class, ArrayList::new).orElseGet(ArrayList::new)) {
      boolean isFile = location.getScheme() == null || "file".equals(location.getScheme());
      if (isFile && !Files.exists(Path.of(location.getPath()))) {
        throw new MgsConfigurationException(
            LOCATIONS
                + " names '"
                + location
                + "', but there is no file "
                + Path.of(location.getPath()).toAbsolutePath()
                + ": correct the setting, or put the file there");
      }
    }
  }

  private static SmallRyeConfigBuilder builder() {
    return new SmallRyeConfigBuilder()
        .forClassLoader(Thread.currentThread().getContextClassLoader())
        .addDefaultInterceptors()
        .addDefaultSources()
        .addDiscoveredSources()
        .addDiscoveredConverters()
        .addDiscoveredInterceptors();
  }
}
