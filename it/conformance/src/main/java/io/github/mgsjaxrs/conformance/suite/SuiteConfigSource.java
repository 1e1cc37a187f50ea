package io.github.mgsjaxrs.conformance.suite;

import io.github.mgsjaxrs.conformance.matrix.resources.MatrixResources;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.config.spi.ConfigSource;
import org.jspecify.annotations.Nullable;

/**
 * The keys and limits of the suites, for a runtime that shares its class loader with the tests:
 * some keys are made for each run. To be named in {@code META-INF/services}.
 */
public final class SuiteConfigSource implements ConfigSource {

  /** Where bodies are kept that are too large for memory. */
  public static final Path TEMPORARY = Path.of("target", "entities").toAbsolutePath();

  private final Map<String, String> settings = SuiteKeys.settings();

  /** Called by the service loader. */
  public SuiteConfigSource() {
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
  public @Nullable String getValue(String name) {
    return settings.get(name);
  }
}
