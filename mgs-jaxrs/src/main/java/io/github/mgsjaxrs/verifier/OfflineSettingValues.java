package io.github.mgsjaxrs.verifier;

import io.github.mgsjaxrs.internal.settings.SettingReader;
import io.github.mgsjaxrs.internal.settings.SettingValues;
import io.github.mgsjaxrs.offline.OfflineLimits;
import io.github.mgsjaxrs.offline.OfflineSettings;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;

/** Reads the settings of offline packages. */
final class OfflineSettingValues {

  private final SettingReader reader;
  private OfflineLimits limits = OfflineLimits.DEFAULT;

  OfflineSettingValues(SettingReader reader) {
    this.reader = reader;
  }

  /** Reads them, and passes them on where there is no fault. */
  void read(Consumer<OfflineSettings> settings) {
    limit("package", SettingValues::size, size -> limits.withPackageSize(size));
    limit("content", SettingValues::size, size -> limits.withContent(size));
    limit("entry", SettingValues::size, size -> limits.withEntry(size));
    limit("ratio", SettingValues::count, count -> limits.withRatio(count));
    limit("entries", SettingValues::count, count -> limits.withEntries(count));
    limit("name", SettingValues::count, count -> limits.withName(count));
    limit("signatures", SettingValues::smallSize, size -> limits.withSignatures(size));
    limit("total-disk", SettingValues::size, size -> limits.withTotalDisk(size));
    List<String> types = reader.list("mgs.offline.media-types");
    Set<String> keys = new LinkedHashSet<>(reader.list("mgs.offline.keys"));
    reader.take(
        "mgs.offline",
        () ->
            new OfflineSettings(
                keys,
                types.isEmpty() ? OfflineSettings.DEFAULT.mediaTypes() : Set.copyOf(types),
                limits),
        settings);
  }

  private <T> void limit(
      String member, BiFunction<String, String, T> form, Function<T, OfflineLimits> with) {
    reader.read("mgs.offline.limits." + member, form, value -> limits = with.apply(value));
  }
}
