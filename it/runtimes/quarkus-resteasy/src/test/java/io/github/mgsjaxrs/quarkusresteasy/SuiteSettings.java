package io.github.mgsjaxrs.quarkusresteasy;

import io.github.mgsjaxrs.conformance.matrix.resources.MatrixResources;
import io.github.mgsjaxrs.conformance.suite.SuiteKeys;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.config.spi.ConfigSource;

/**
 * The keys and limits of the suites. Some keys are made for each run, in the class loader that the
 * tests share with the application.
 */
public final class SuiteSettings implements ConfigSource {

  static final Path TEMPORARY = Path.of("target", "entities").toAbsolutePath();

  private final Map<String, String> settings = SuiteKeys.settings();

  /** Called by the service loader. */
  public SuiteSettings() {
    settings.putAll(MatrixResources.settings());
    settings.put("mgs.temp-dir", TEMPORARY.toString());
    try {
      Files.createDirectories(TEMPORARY);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public String getName() {
    return "suite";
  }

  @Override
  public Set<String> getPropertyNames() {
    return settings.keySet();
  }

  @Override
  public String getValue(String name) {
    return settings.get(name);
  }
}
