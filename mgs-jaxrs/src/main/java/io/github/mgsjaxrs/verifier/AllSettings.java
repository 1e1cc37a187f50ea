package io.github.mgsjaxrs.verifier;

import io.github.mgsjaxrs.Coverage;
import io.github.mgsjaxrs.SignatureAlgorithm;
import io.github.mgsjaxrs.internal.scheme.SchemeSlice;
import io.github.mgsjaxrs.internal.settings.Form;
import io.github.mgsjaxrs.internal.settings.Quantity;
import io.github.mgsjaxrs.internal.settings.SettingDefault;
import io.github.mgsjaxrs.internal.settings.SettingNames;
import io.github.mgsjaxrs.internal.settings.SettingTable;
import io.github.mgsjaxrs.internal.slices.SchemeSlices;
import io.github.mgsjaxrs.internal.storage.TempDirectory;
import io.github.mgsjaxrs.settings.Mode;
import io.github.mgsjaxrs.settings.SchemeSettings;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * Every setting of the library, in the order of the README: those of each subject, and those of the
 * verifier as a whole. What is not in here is read by nobody, and refused as unknown.
 */
final class AllSettings {

  static final SettingTable<MgsVerifierBuilder> TABLE =
      SettingTable.of("mgs", MgsVerifier::builder)
          .with(
              "mode",
              Form.words(Mode.class),
              SettingDefault.value("enforce"),
              MgsVerifierBuilder::mode,
              "`report`: serve everything, log what would have been refused")
          .with(ProtectTable.TABLE)
          .with(
              KeyStoreTable.TABLE,
              (builder, draft) -> draft.definition().map(builder::keyStore).orElse(builder))
          .with(
              KeyTable.GROUP,
              builder -> List.of(),
              (builder, draft) -> draft.definition().map(builder::key).orElse(builder))
          .with(
              "keys.reload-interval",
              Quantity.duration(),
              builder -> MgsVerifierBuilder.RELOAD_INTERVAL,
              MgsVerifierBuilder::reloadInterval,
              "how often key files are looked at; `PT0S` switches reload off")
          .with(
              "coverage",
              Form.words(
                  Map.of(
                      "protocol", Coverage.PROTOCOL,
                      "body", Coverage.BODY,
                      "strict", Coverage.STRICT)),
              SettingDefault.value("body"),
              MgsVerifierBuilder::coverage,
              "`body`: a body that the signature does not cover is refused, and so are two values of"
                  + " one name in query and form, a name that a form spells in two ways, with"
                  + " `mgs.canonical.path=decoded` an escape of a reserved character, a path without"
                  + " the prefix to strip or with the one to add, a multipart body that does not"
                  + " begin with its boundary, and a Content-Type that only some take for that of a"
                  + " form or of parts; `protocol`: accepted; `strict`: everything is refused that is"
                  + " not covered, but for headers")
          .with(schemes())
          .with(ReplayTable.TABLE, MgsVerifierBuilder::replay)
          .with(LimitTable.TABLE, MgsVerifierBuilder::limits)
          .with(
              "temp-dir",
              Form.PATH,
              SettingDefault.otherwise("the JVM's"),
              AllSettings::tempDirectory,
              "where temporary files lie")
          .with(OfflineTable.TABLE, MgsVerifierBuilder::offline)
          .with(
              "responses.code",
              Form.words(Map.of("show", true, "hide", false)),
              SettingDefault.value("show"),
              MgsVerifierBuilder::responseDetails,
              "`hide`: answers leave out code, type and detail; the time that they take may still"
                  + " tell known key ids")
          .with(
              DiagnosticsTable.TABLE,
              (builder, choice) -> builder.diagnostics(choice.diagnostics()));

  static final SettingNames NAMES = new SettingNames(TABLE);

  private AllSettings() {}

  /** Those of each scheme; those of SM2 beside the scheme whose requests it signs. */
  private static SettingTable<MgsVerifierBuilder> schemes() {
    SettingTable<MgsVerifierBuilder> schemes = SettingTable.of("mgs", MgsVerifier::builder);
    for (SchemeSlice slice : SchemeSlices.all().toList()) {
      schemes = with(schemes, slice.table());
      if (slice.settings().scheme() == SignatureAlgorithm.SM2.scheme()) {
        schemes = schemes.with(Sm2Table.TABLE, MgsVerifierBuilder::sm2);
      }
    }
    return schemes;
  }

  private static <S extends SchemeSettings> SettingTable<MgsVerifierBuilder> with(
      SettingTable<MgsVerifierBuilder> before, SettingTable<S> table) {
    return before.with(table, MgsVerifierBuilder::scheme);
  }

  /** Looked at here as well as when the verifier is built, to be told among all other faults. */
  private static MgsVerifierBuilder tempDirectory(MgsVerifierBuilder builder, Path directory) {
    TempDirectory.checked(directory);
    return builder.tempDirectory(directory);
  }
}
