package io.github.mgsjaxrs.properties;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.mgsjaxrs.backend.protocol.Canonicalization;
import io.github.mgsjaxrs.backend.protocol.Canonicalization.EmptyBody;
import io.github.mgsjaxrs.backend.protocol.Canonicalization.Escapes;
import io.github.mgsjaxrs.backend.protocol.Canonicalization.Order;
import io.github.mgsjaxrs.backend.protocol.Canonicalization.Precedence;
import io.github.mgsjaxrs.backend.protocol.Canonicalization.Valueless;
import java.nio.charset.Charset;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Provide;
import net.jqwik.api.domains.DomainContextBase;

/** Requests and options of every kind, most of them readable, some beyond reading. */
final class Requests extends DomainContextBase {

  private static final Charset GBK = Charset.forName("GBK");
  private static final Charset GB18030 = Charset.forName("GB18030");

  @Provide
  Arbitrary<Canonicalization> choices() {
    return Combinators.combine(
            Arbitraries.of(Escapes.class),
            Arbitraries.of(Escapes.class),
            Arbitraries.of(Valueless.class),
            Arbitraries.of(Precedence.class),
            Arbitraries.of(Order.class),
            Arbitraries.of(EmptyBody.class),
            Arbitraries.of("", "/a", "/gate/v1"),
            Arbitraries.of("", "/a", "/back"))
        .as(
            (parameters, path, valueless, precedence, order, empty, strip, add) ->
                Canonicalization.builder()
                    .parameters(parameters)
                    .path(path)
                    .valueless(valueless)
                    .precedence(precedence)
                    .order(order)
                    .emptyBody(empty)
                    .pathPrefixStrip(strip)
                    .pathPrefixAdd(add)
                    .build());
  }

  @Provide
  Arbitrary<PlainRequest> requests() {
    Arbitrary<String> methods = Arbitraries.of("GET", "POST", "PUT", "DELETE", "PATCH", "post");
    Arbitrary<Charset> charsets = Arbitraries.of(UTF_8, GBK, GB18030, ISO_8859_1);
    return Combinators.combine(methods, paths(), Arbitraries.of(true, true, false), charsets)
        .flatAs(
            (method, path, form, charset) ->
                Combinators.combine(parameters(UTF_8), bodies(form, charset))
                    .as(
                        (query, body) ->
                            new PlainRequest(method, path, query, form, charset, body)));
  }

  private static Arbitrary<String> paths() {
    return Arbitraries.of(
            "a", "gate", "v1", "back", "%2F", "%41", ";x=1", "..", "%e4%bd%a0", "%c0", "+", "%2")
        .list()
        .ofMaxSize(4)
        .map(segments -> "/" + String.join("/", segments));
  }

  private static Arbitrary<byte[]> bodies(boolean form, Charset charset) {
    return form
        ? parameters(charset).map(text -> text.getBytes(ISO_8859_1))
        : Arbitraries.oneOf(
            Arbitraries.just(new byte[0]),
            Arbitraries.just("null".getBytes(UTF_8)),
            Arbitraries.bytes().array(byte[].class).ofMaxSize(40));
  }

  /** Pieces with and without names, values and escapes, joined as strangers would. */
  private static Arbitrary<String> parameters(Charset charset) {
    Arbitrary<String> names =
        Arbitraries.oneOf(
            Arbitraries.of("a", "A", "b", "B", "c", "%41", "%61", "", "+", "a%3Db", "_"),
            written(charset));
    Arbitrary<String> values =
        Arbitraries.oneOf(
            Arbitraries.of("", "1", "2", "=", "%26", "%3d", "+", "%0A", "%2B", "x;y", "%zz", "%F"),
            written(charset));
    Arbitrary<String> pieces =
        Arbitraries.frequencyOf(
            net.jqwik.api.Tuple.of(1, names),
            net.jqwik.api.Tuple.of(
                6, Combinators.combine(names, values).as((name, value) -> name + "=" + value)));
    return pieces.list().ofMaxSize(6).map(all -> String.join("&", all));
  }

  /** A short text as escapes of its bytes. */
  private static Arbitrary<String> written(Charset charset) {
    return Arbitraries.of(
            "k", "\u4f60", "\u597d", "\u00e9", "\u20ac", "\uD83D\uDE00", " ", "&", "=")
        .list()
        .ofMinSize(1)
        .ofMaxSize(3)
        .map(characters -> escaped(String.join("", characters), charset));
  }

  static String escaped(String text, Charset charset) {
    StringBuilder escaped = new StringBuilder();
    for (byte b : text.getBytes(charset)) {
      escaped.append(String.format("%%%02X", b & 0xff));
    }
    return escaped.toString();
  }

  @Provide
  Arbitrary<Signer> signers() {
    return Arbitraries.of(List.of(Signer.values()));
  }
}
