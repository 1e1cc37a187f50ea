package io.github.mgsjaxrs.verifier;

import io.github.mgsjaxrs.internal.settings.Quantity;
import io.github.mgsjaxrs.internal.settings.SettingDefault;
import io.github.mgsjaxrs.internal.settings.SettingTable;
import io.github.mgsjaxrs.settings.Limits;

/** {@code mgs.limits.*}. */
final class LimitTable {

  static final SettingTable<Limits> TABLE =
      SettingTable.of("mgs.limits", Limits::defaults)
          .with(
              "body",
              Quantity.bytes(0, Long.MAX_VALUE),
              Limits::body,
              Limits::withBody,
              "the largest body; in bytes, or with `KiB`, `MiB`, `GiB`")
          .with(
              "memory",
              Quantity.fewBytes(0, 1024 * Limits.MIB),
              Limits::memory,
              Limits::withMemory,
              "of one body; the rest goes to a temporary file")
          .with(
              "total-memory",
              Quantity.bytes(0, Long.MAX_VALUE),
              SettingDefault.otherwise("⅛ of the heap"),
              Limits::withTotalMemory,
              "of all bodies together")
          .with(
              "total-disk",
              Quantity.bytes(0, Long.MAX_VALUE),
              Limits::totalDisk,
              Limits::withTotalDisk,
              "of all bodies together; beyond it 503")
          .with(
              "parameters",
              Quantity.count(0, Integer.MAX_VALUE),
              Limits::parameters,
              Limits::withParameters,
              "of query and form together")
          .with(
              "header",
              Quantity.fewBytes(1, Integer.MAX_VALUE),
              Limits::header,
              Limits::withHeader,
              "the longest signature or key header");

  private LimitTable() {}
}
