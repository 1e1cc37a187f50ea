package io.github.mgsjaxrs.cdi;

import io.github.mgsjaxrs.settings.SettingSource;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** All settings but those that say where keys come from, which an application's own bean says. */
final class SettingsWithoutKeys implements SettingSource {

  private final SettingSource all;

  SettingsWithoutKeys(SettingSource all) {
    this.all = all;
  }

  @Override
  public Set<String> names() {
    return all.names().stream()
        .filter(name -> !isOfKeys(name))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @Override
  public @Nullable String value(String name) {
    return isOfKeys(name) ? null : all.value(name);
  }

  /** The names that are set in vain. */
  Set<String> unused() {
    return all.names().stream()
        .filter(SettingsWithoutKeys::isOfKeys)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static boolean isOfKeys(String name) {
    return name.startsWith("mgs.keystore.")
        || name.startsWith("mgs.keys.")
        || name.startsWith("MGS_KEYSTORE_")
        || name.startsWith("MGS_KEYS_");
  }
}
