package io.github.mgsjaxrs.tool;

import io.github.mgsjaxrs.settings.SettingSource;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The settings that tell how texts are written and signed, and no others.
 *
 * @param all all settings
 */
record CanonicalSettings(SettingSource all) implements SettingSource {

  private static boolean counts(String name) {
    return name.startsWith("mgs.canonical.")
        || name.startsWith("mgs.sm2.")
        || name.startsWith("mgs.rpc.")
        || name.startsWith("mgs.apigateway.");
  }

  @Override
  public Set<String> names() {
    return all.names().stream().filter(CanonicalSettings::counts).collect(Collectors.toSet());
  }

  @Override
  public @Nullable String value(String name) {
    return counts(name) ? all.value(name) : null;
  }
}
