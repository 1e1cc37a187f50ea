package io.github.mgsjaxrs.internal.url;

import io.github.mgsjaxrs.Coverage;
import io.github.mgsjaxrs.backend.protocol.Canonicalization;
import io.github.mgsjaxrs.backend.protocol.Canonicalization.EmptyBody;
import io.github.mgsjaxrs.backend.protocol.Canonicalization.Escapes;
import io.github.mgsjaxrs.backend.protocol.Canonicalization.Order;
import io.github.mgsjaxrs.backend.protocol.Canonicalization.Precedence;
import io.github.mgsjaxrs.backend.protocol.Canonicalization.Valueless;
import io.github.mgsjaxrs.internal.settings.Form;
import io.github.mgsjaxrs.internal.settings.SettingTable;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;

/**
 * The choices of how a URL is written into a string to sign, for each gateway with names of its own
 * ({@code mgs.canonical.*}, {@code mgs.apigateway.canonical.*}).
 */
public final class CanonicalTable {

  /** One that leaves the content MD5 empty is another gateway's. */
  private static final Map<String, EmptyBody> EMPTY_BODIES =
      Map.of("null", EmptyBody.NULL, "empty", EmptyBody.EMPTY, "both", EmptyBody.BOTH);

  private CanonicalTable() {}

  /** All choices of MGS. */
  public static SettingTable<Canonicalization> ofMgs() {
    return charsets(
        url("mgs.canonical", Canonicalization.DEFAULT)
            .with(
                "empty-body",
                Form.words(EMPTY_BODIES),
                Canonicalization::emptyBody,
                by(Canonicalization.Builder::emptyBody),
                "what is hashed for an empty body: `null` (the text), `empty`, either"));
  }

  /**
   * Those of a gateway that says what an empty body is.
   *
   * @param prefix what the names start with, without the dot that follows
   * @param shipped what counts where nothing is set
   */
  public static SettingTable<Canonicalization> of(String prefix, Canonicalization shipped) {
    return charsets(url(prefix, shipped));
  }

  /**
   * What has no effect beside a coverage.
   *
   * @param prefix what the names start with, without the dot that follows
   * @param found what is set
   * @param coverage of the verifier
   * @return a sentence for each
   */
  public static List<String> withoutEffect(
      String prefix, Canonicalization found, Coverage coverage) {
    return found.precedence() == Precedence.QUERY || coverage == Coverage.PROTOCOL
        ? List.of()
        : List.of(
            prefix
                + ".parameter-precedence=form has an effect only where coverage is protocol: other"
                + " resources refuse a name that has one value in the query and another in the form"
                + " (parameter-conflict)");
  }

  private static SettingTable<Canonicalization> url(String prefix, Canonicalization shipped) {
    return SettingTable.of(prefix, () -> shipped)
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
            "or `case-insensitive`");
  }

  private static SettingTable<Canonicalization> charsets(SettingTable<Canonicalization> table) {
    return table
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
  }

  /** Each choice is checked as it is made, so that a wrong one is told with its own name. */
  private static <T> BiFunction<Canonicalization, T, Canonicalization> by(
      BiFunction<Canonicalization.Builder, T, Canonicalization.Builder> choice) {
    return (found, chosen) -> choice.apply(found.toBuilder(), chosen).build();
  }
}
