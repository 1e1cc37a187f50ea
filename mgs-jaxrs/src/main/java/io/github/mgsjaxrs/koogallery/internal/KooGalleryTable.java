package io.github.mgsjaxrs.koogallery.internal;

import io.github.mgsjaxrs.internal.settings.Form;
import io.github.mgsjaxrs.internal.settings.Quantity;
import io.github.mgsjaxrs.internal.settings.SettingDefault;
import io.github.mgsjaxrs.internal.settings.SettingTable;
import io.github.mgsjaxrs.koogallery.KooGallerySettings;
import io.github.mgsjaxrs.koogallery.KooGallerySettings.Version;
import io.github.mgsjaxrs.koogallery.protocol.KooGalleryTime.Notation;
import java.time.Duration;
import java.util.Map;
import java.util.Set;

/** {@code mgs.koogallery.*}. */
public final class KooGalleryTable {

  private static final Form<Set<Version>> VERSIONS =
      Form.words(
          Map.of(
              "both", Set.of(Version.values()),
              "v1", Set.of(Version.V1),
              "v2", Set.of(Version.V2)));

  private static final Form<Duration> WINDOW =
      Quantity.duration(Duration.ofSeconds(1), Duration.ofHours(24));

  public static final SettingTable<KooGallerySettings> TABLE =
      SettingTable.of("mgs.koogallery", () -> KooGallerySettings.DEFAULT)
          .withList(
              "keys",
              Form.TEXT,
              SettingDefault.value(String.join(",", KooGallerySettings.DEFAULT.keys())),
              (found, ids) -> found.withKeys(ids.toArray(String[]::new)),
              "ids of the access keys that are tried, in this order, with commas between; one to"
                  + " eight. The first one signs what is refused")
          .with(
              "versions",
              VERSIONS,
              KooGallerySettings::versions,
              (found, versions) -> found.withVersions(versions.toArray(Version[]::new)),
              "`v1`: GET with `authToken`; `v2`: POST with `signature`; either")
          .with(
              "window",
              WINDOW,
              KooGallerySettings::window,
              KooGallerySettings::withWindow,
              "version 2: how far a timestamp may lie before or behind now; `PT1S` to `PT24H`")
          .with(
              "v1-window",
              WINDOW,
              KooGallerySettings::v1Window,
              KooGallerySettings::withV1Window,
              "the same of version 1, for which no page names one")
          .with(
              "timestamp",
              Form.words(Notation.class),
              KooGallerySettings::timestamp,
              KooGallerySettings::withTimestamp,
              "of version 2: `millis` (13 digits), `seconds` (10 digits), either; name the one that"
                  + " you receive")
          .with(
              "response-limit",
              Quantity.fewBytes(1024, Integer.MAX_VALUE),
              KooGallerySettings::responseLimit,
              KooGallerySettings::withResponseLimit,
              "of one answer, which is held back for `Body-Sign`; at least 1 KiB");

  private KooGalleryTable() {}
}
