package io.github.mgsjaxrs.backend.internal;

import io.github.mgsjaxrs.backend.protocol.Canonicalization;
import io.github.mgsjaxrs.backend.protocol.Canonicalization.EmptyBody;
import io.github.mgsjaxrs.backend.protocol.Canonicalization.Escapes;
import io.github.mgsjaxrs.backend.protocol.Canonicalization.Order;
import io.github.mgsjaxrs.backend.protocol.Canonicalization.Precedence;
import io.github.mgsjaxrs.backend.protocol.Canonicalization.Valueless;
import io.github.mgsjaxrs.internal.settings.Form;
import io.github.mgsjaxrs.internal.settings.SettingTable;
import java.util.Optional;
import java.util.function.BiFunction;

/** {@code mgs.canonical.*}. */
public final class CanonicalTable {

  public static final SettingTable<Canonicalization> TABLE =
      SettingTable.of("mgs.canonical", () -> Canonicalization.DEFAULT)
          .with(
              "parameters",
              Form.words(Escapes.class),
              Canonicalization::parameters,
              by(Canonicalization.Builder::parameters),
              "or `raw`")
          .with(
              "path",
              Form.words(Escapes.class),
              Canonicalization::path,
              by(Canonicalization.Builder::path),
              "or `decoded`")
          .with(
              "path-prefix.add",
              Form.TEXT,
              Canonicalization::pathPrefixAdd,
              by(Canonicalization.Builder::pathPrefixAdd),
              "what a proxy between gateway and backend took off the path, which must not begin with"
                  + " it")
          .with(
              "path-prefix.strip",
              Form.TEXT,
              Canonicalization::pathPrefixStrip,
              by(Canonicalization.Builder::pathPrefixStrip),
              "what a proxy put in front of the path, which has to begin with it")
          .with(
              "valueless",
              Form.words(Valueless.class),
              Canonicalization::valueless,
              by(Canonicalization.Builder::valueless),
              "a bare `k` is signed as `k=`; `as-sent`: as `k`")
          .with(
              "parameter-precedence",
              Form.words(Precedence.class),
              Canonicalization::precedence,
              by(Canonicalization.Builder::precedence),
              "which value counts where a name is in query and form; or `form`. Only where coverage is"
                  + " `protocol`: else two values are refused, and the start warns")
          .with(
              "order",
              Form.words(Order.class),
              Canonicalization::order,
              by(Canonicalization.Builder::order),
              "or `case-insensitive`")
          .with(
              "empty-body",
              Form.words(EmptyBody.class),
              Canonicalization::emptyBody,
              by(Canonicalization.Builder::emptyBody),
              "what is hashed for an empty body: `null` (the text), `empty`, either")
          .with(
              "charset",
              Form.CHARSET,
              found -> Optional.ofNullable(found.charset()),
              by((builder, charset) -> builder.charset(charset.orElse(null))),
              "of forms: the declared charset, else UTF-8; or the name of one")
          .with(
              "charset-transcoding",
              Form.TRUE_OR_FALSE,
              Canonicalization::charsetTranscoding,
              by(Canonicalization.Builder::charsetTranscoding),
              "`true`: hash a body as its declared charset transcoded to UTF-8");

  private CanonicalTable() {}

  /** Each choice is checked as it is made, so that a wrong one is told with its own name. */
  private static <T> BiFunction<Canonicalization, T, Canonicalization> by(
      BiFunction<Canonicalization.Builder, T, Canonicalization.Builder> choice) {
    return (found, chosen) -> choice.apply(found.toBuilder(), chosen).build();
  }
}
