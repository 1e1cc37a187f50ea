package io.github.mgsjaxrs.verifier;

import io.github.mgsjaxrs.internal.settings.Form;
import io.github.mgsjaxrs.internal.settings.Quantity;
import io.github.mgsjaxrs.internal.settings.SettingDefault;
import io.github.mgsjaxrs.internal.settings.SettingTable;
import io.github.mgsjaxrs.offline.OfflineLimits;
import io.github.mgsjaxrs.offline.OfflineSettings;

/** {@code mgs.offline.*}. */
final class OfflineTable {

  private static final SettingTable<OfflineLimits> LIMITS =
      SettingTable.of("mgs.offline.limits", () -> OfflineLimits.DEFAULT)
          .with(
              "package",
              Quantity.bytes(1, 0xfffffffeL),
              OfflineLimits::packageSize,
              OfflineLimits::withPackageSize,
              "largest package; a larger one is answered 413, as is one over any other limit of"
                  + " these")
          .with(
              "content",
              Quantity.bytes(1, Long.MAX_VALUE),
              OfflineLimits::content,
              OfflineLimits::withContent,
              "all its files together, unpacked")
          .with(
              "entry",
              Quantity.bytes(1, Long.MAX_VALUE),
              OfflineLimits::entry,
              OfflineLimits::withEntry,
              "one file of it, unpacked")
          .with(
              "ratio",
              Quantity.count(1, 1032),
              OfflineLimits::ratio,
              OfflineLimits::withRatio,
              "how many times longer than compressed a file of more than 1 MiB may be")
          .with(
              "entries",
              Quantity.count(1, 65_534),
              OfflineLimits::entries,
              OfflineLimits::withEntries,
              "its files, those inside the tar not counted")
          .with(
              "name",
              Quantity.count(1, 255),
              OfflineLimits::name,
              OfflineLimits::withName,
              "longest name of a file, in characters")
          .with(
              "signatures",
              Quantity.fewBytes(1, 16 << 20),
              OfflineLimits::signatures,
              OfflineLimits::withSignatures,
              "`SIGN.json` or `CERT.json`")
          .with(
              "total-disk",
              Quantity.bytes(0, Long.MAX_VALUE),
              OfflineLimits::totalDisk,
              OfflineLimits::withTotalDisk,
              "all packages that are open at one time; beyond it 503");

  static final SettingTable<OfflineSettings> TABLE =
      SettingTable.of("mgs.offline", () -> OfflineSettings.DEFAULT)
          .withList(
              "keys",
              Form.TEXT,
              SettingDefault.NONE,
              (found, ids) -> found.withKeys(ids.toArray(String[]::new)),
              "ids of the RSA keys that [offline packages](#offline-packages) are verified with, with"
                  + " commas between; no request is admitted by these")
          .withList(
              "media-types",
              Form.text(OfflineTable::mediaType),
              SettingDefault.value(String.join(",", OfflineSettings.DEFAULT.mediaTypes())),
              (found, types) -> found.withMediaTypes(types.toArray(String[]::new)),
              "content types that are read as packages")
          .with(LIMITS, OfflineSettings::withLimits);

  private OfflineTable() {}

  private static String mediaType(String type) {
    return OfflineSettings.DEFAULT.withMediaTypes(type).mediaTypes().iterator().next();
  }
}
