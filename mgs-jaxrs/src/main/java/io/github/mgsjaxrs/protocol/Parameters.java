package io.github.mgsjaxrs.protocol;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.mgsjaxrs.protocol.Canonicalization.Escapes;
import io.github.mgsjaxrs.protocol.Canonicalization.Order;
import io.github.mgsjaxrs.protocol.Canonicalization.Precedence;
import io.github.mgsjaxrs.protocol.Canonicalization.Valueless;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The query and form parameters of one request: sorted by name, the first value of each.
 *
 * <p>Only {@code &} separates parameters, empty pieces between two of them are skipped, and the
 * first {@code =} of a piece ends the name (MGS, "Backend signature verification", "Url").
 */
final class Parameters {

  private static final byte[] NONE = new byte[0];

  private static final Comparator<Parameter> BY_NAME = Comparator.comparing(Parameter::name);
  private static final Comparator<Parameter> BY_NAME_WITHOUT_CASE =
      Comparator.comparing(Parameter::name, String.CASE_INSENSITIVE_ORDER).thenComparing(BY_NAME);

  private final Canonicalization canonicalization;
  private final int limit;
  private final List<Parameter> sorted = new ArrayList<>();
  private final @Nullable Set<String> decodedNames;
  private boolean repeated;
  private boolean delimiterMet;

  private Parameters(Canonicalization canonicalization, int limit) {
    this.canonicalization = canonicalization;
    this.limit = limit;
    this.decodedNames = canonicalization.parameters() == Escapes.RAW ? new HashSet<>() : null;
  }

  /**
   * Reads all parameters of a request.
   *
   * @param request the request
   * @param canonicalization how to write them
   * @param limit how many there may be, in query and form together
   * @return the parameters
   * @throws MalformedRequestException if one cannot be decoded, or there are too many
   */
  static Parameters of(SignedRequest request, Canonicalization canonicalization, int limit)
      throws MalformedRequestException {
    Parameters parameters = new Parameters(canonicalization, limit);
    byte[] query = queryBytes(request.query());
    byte[] form = request.body() instanceof Body.Form fields ? fields.bytes() : NONE;
    Charset formCharset = form.length == 0 ? UTF_8 : formCharset(request, canonicalization);
    // the first value counts, so the side that takes precedence is read first
    if (canonicalization.precedence() == Precedence.QUERY) {
      parameters.add(query, UTF_8);
      parameters.add(form, formCharset);
    } else {
      parameters.add(form, formCharset);
      parameters.add(query, UTF_8);
    }
    parameters.sort();
    return parameters;
  }

  private static byte[] queryBytes(@Nullable String query) throws MalformedRequestException {
    if (query == null || query.isEmpty()) {
      return NONE;
    }
    for (int i = 0; i < query.length(); i++) {
      if (query.charAt(i) > 0x7f) {
        // which bytes were sent is a server's guess by now
        throw new MalformedRequestException(
            Malformed.ESCAPE, "the query holds a character that must be percent-encoded");
      }
    }
    return query.getBytes(ISO_8859_1);
  }

  private static Charset formCharset(SignedRequest request, Canonicalization canonicalization)
      throws MalformedRequestException {
    Charset declared = request.contentType().charset();
    // the resource may read the form as it is declared, whatever is named for the signature
    if (declared != null && !FormCharsets.admits(declared)) {
      throw new MalformedRequestException(
          Malformed.ESCAPE, "a form cannot be read in " + declared.name());
    }
    Charset named = canonicalization.charset();
    if (named != null) {
      return named;
    }
    return declared == null ? UTF_8 : declared;
  }

  private void add(byte[] source, Charset charset) throws MalformedRequestException {
    if (source.length == 0) {
      return;
    }
    PercentDecoder decoder = new PercentDecoder(charset, true);
    int start = 0;
    for (int i = 0; i <= source.length; i++) {
      if (i == source.length || source[i] == '&') {
        if (i > start) {
          addPiece(source, start, i, decoder);
        }
        start = i + 1;
      }
    }
    delimiterMet |= decoder.delimiterMet();
  }

  private void addPiece(byte[] source, int from, int to, PercentDecoder decoder)
      throws MalformedRequestException {
    if (sorted.size() == limit) {
      throw new MalformedRequestException(
          Malformed.TOO_MANY_PARAMETERS, "more than " + limit + " parameters");
    }
    int equals = from;
    while (equals < to && source[equals] != '=') {
      equals++;
    }
    boolean assigned = equals < to;
    int valueFrom = assigned ? equals + 1 : to;
    // raw parameters are decoded too: what cannot be decoded is refused in any case
    String name = decoder.decode(source, from, equals);
    String value = decoder.decode(source, valueFrom, to);
    if (decodedNames != null) {
      repeated |= !decodedNames.add(name);
      name = decoder.undecoded(source, from, equals);
      value = decoder.undecoded(source, valueFrom, to);
    }
    sorted.add(new Parameter(name, value, assigned));
  }

  private void sort() {
    // stable, so that of equal names the first one read stays first
    sorted.sort(canonicalization.order() == Order.CASE_SENSITIVE ? BY_NAME : BY_NAME_WITHOUT_CASE);
    for (int i = sorted.size() - 1; i > 0; i--) {
      if (sorted.get(i).name().equals(sorted.get(i - 1).name())) {
        repeated = true;
        break;
      }
    }
  }

  /** Whether a name stands there more than once. */
  boolean repeated() {
    return repeated;
  }

  /** Whether an escape stood for a delimiter. */
  boolean delimiterMet() {
    return delimiterMet;
  }

  /** Whether there is none. */
  boolean isEmpty() {
    return sorted.isEmpty();
  }

  /** Writes {@code ?name=value&…}, or nothing where there is no parameter. */
  void appendTo(StringBuilder url) {
    appendTo(url, value -> value);
  }

  /** The same, with each value replaced. */
  void appendTo(StringBuilder url, ValueText values) {
    char separator = '?';
    String previous = null;
    for (Parameter parameter : sorted) {
      if (parameter.name().equals(previous)) {
        continue;
      }
      previous = parameter.name();
      url.append(separator).append(previous);
      separator = '&';
      if (parameter.assigned() || canonicalization.valueless() == Valueless.EQUALS) {
        url.append('=').append(values.of(parameter.value()));
      }
    }
  }

  /** What is written in place of a value. */
  @FunctionalInterface
  interface ValueText {
    String of(String value);
  }
}
