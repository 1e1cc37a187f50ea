package io.github.mgsjaxrs.koogallery.internal;

import io.github.mgsjaxrs.internal.settings.SettingReader;
import io.github.mgsjaxrs.internal.settings.SettingValues;
import io.github.mgsjaxrs.koogallery.KooGallerySettings;
import io.github.mgsjaxrs.koogallery.KooGallerySettings.Version;
import io.github.mgsjaxrs.koogallery.protocol.KooGalleryTime.Notation;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

/** Reads {@code mgs.koogallery.*}; each value is tried alone. */
public final class KooGallerySettingReader {

  private static final Map<String, Version[]> VERSIONS =
      Map.of(
          "both", Version.values(),
          "v1", new Version[] {Version.V1},
          "v2", new Version[] {Version.V2});

  private final SettingReader reader;
  private KooGallerySettings settings = KooGallerySettings.DEFAULT;

  public KooGallerySettingReader(SettingReader reader) {
    this.reader = reader;
  }

  public KooGallerySettings read() {
    List<String> keys = reader.list("mgs.koogallery.keys");
    if (!keys.isEmpty()) {
      reader.take(
          "mgs.koogallery.keys",
          () -> settings.withKeys(keys.toArray(String[]::new)),
          read -> settings = read);
    }
    setting(
        "mgs.koogallery.versions",
        (name, value) -> SettingValues.word(name, value, VERSIONS),
        KooGallerySettings::withVersions);
    setting("mgs.koogallery.window", SettingValues::duration, KooGallerySettings::withWindow);
    setting("mgs.koogallery.v1-window", SettingValues::duration, KooGallerySettings::withV1Window);
    setting(
        "mgs.koogallery.timestamp",
        SettingValues.words(Notation.class),
        KooGallerySettings::withTimestamp);
    setting(
        "mgs.koogallery.response-limit",
        SettingValues::smallSize,
        KooGallerySettings::withResponseLimit);
    return settings;
  }

  private <T> void setting(
      String name,
      BiFunction<String, String, T> form,
      BiFunction<KooGallerySettings, T, KooGallerySettings> change) {
    reader.read(name, form, value -> settings = change.apply(settings, value));
  }
}
