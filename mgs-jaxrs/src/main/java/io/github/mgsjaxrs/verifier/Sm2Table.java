package io.github.mgsjaxrs.verifier;

import io.github.mgsjaxrs.crypto.Sm2Encoding;
import io.github.mgsjaxrs.crypto.Sm2Engine;
import io.github.mgsjaxrs.crypto.Sm2Parameters;
import io.github.mgsjaxrs.internal.settings.Form;
import io.github.mgsjaxrs.internal.settings.SettingTable;

/** {@code mgs.sm2.*}. */
final class Sm2Table {

  static final SettingTable<Sm2Parameters> TABLE =
      SettingTable.of("mgs.sm2", () -> Sm2Parameters.DEFAULT)
          .with(
              "encoding",
              Form.words(Sm2Encoding.class),
              Sm2Parameters::encoding,
              (found, encoding) -> new Sm2Parameters(encoding, found.userId(), found.engine()),
              "of signatures: `der`, `raw`, `both`")
          .with(
              "user-id",
              Form.EXACT_OR_EMPTY_TEXT,
              Sm2Parameters::userId,
              (found, userId) -> new Sm2Parameters(found.encoding(), userId, found.engine()),
              "of all SM2 keys")
          .with(
              "engine",
              Form.words(Sm2Engine.class),
              Sm2Parameters::engine,
              (found, engine) -> new Sm2Parameters(found.encoding(), found.userId(), engine),
              "`fast`: by tables, of 148 KiB for each key in use, together at most 37 MiB and a"
                  + " sixteenth of the heap; `bc`: by Bouncy Castle's signer");

  private Sm2Table() {}
}
