package io.github.mgsjaxrs.tool;

import io.github.mgsjaxrs.SettingSource;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The settings that tell how the string to sign is written, and no others.
 *
 * @param all all settings
 */
record CanonicalSettings(SettingSource all) implements SettingSource {

  private static final String PREFIX = "mgs.canonical.";

  @Override
  public Set<String> names() {
    return all.names().stream().filter(name -> name.startsWith(PREFIX)).collect(Collectors.toSet());
  }

  @Override
  public @Nullable String value(String name) {
    return name.startsWith(PREFIX) ? all.value(name) : null;
  }
}
