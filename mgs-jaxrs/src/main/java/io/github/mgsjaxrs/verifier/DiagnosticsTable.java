package io.github.mgsjaxrs.verifier;

import io.github.mgsjaxrs.internal.settings.Form;
import io.github.mgsjaxrs.internal.settings.SettingTable;
import io.github.mgsjaxrs.verifier.MgsSettings.Diagnostics;
import java.util.Map;

/** {@code mgs.diagnostics} and {@code .values}, which together are one choice. */
final class DiagnosticsTable {

  /**
   * The two settings.
   *
   * @param log whether there is anything to log
   * @param values whether it shows values
   */
  record Choice(boolean log, boolean values) {

    Diagnostics diagnostics() {
      if (!log) {
        return Diagnostics.OFF;
      }
      return values ? Diagnostics.LOG_VALUES : Diagnostics.LOG;
    }
  }

  static final SettingTable<Choice> TABLE =
      SettingTable.of("mgs.diagnostics", () -> new Choice(false, false))
          .with(
              "",
              Form.words(Map.of("off", false, "log", true)),
              Choice::log,
              (found, log) -> new Choice(log, found.values()),
              "`log`: the DEBUG line of a mismatch shows the string to sign, values masked, and which"
                  + " setting or cause explains it")
          .with(
              "values",
              Form.TRUE_OR_FALSE,
              Choice::values,
              (found, values) -> new Choice(found.log(), values),
              "`true`: unmasked; for test systems, as it logs personal data");

  private DiagnosticsTable() {}
}
