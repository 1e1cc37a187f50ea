package io.github.mgsjaxrs.backend.protocol;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.mgsjaxrs.backend.protocol.Canonicalization.Escapes;
import io.github.mgsjaxrs.backend.protocol.Canonicalization.Order;
import io.github.mgsjaxrs.backend.protocol.Canonicalization.Precedence;
import io.github.mgsjaxrs.backend.protocol.Canonicalization.Valueless;
import io.github.mgsjaxrs.internal.request.ReusableBuffers;
import io.github.mgsjaxrs.request.MalformedRequestException;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The query and form parameters of one request: sorted by name, the first value of each.
 *
 * <p>No object is made for a name or a value: what is sorted are the places where {@link
 * ParameterReader} left them. The arrays serve one request after another, so a request has to be
 * closed, and is not for use by several threads.
 */
final class Parameters implements AutoCloseable {

  private static final ReusableBuffers<Parameters> SPARES = new ReusableBuffers<>(Parameters::new);

  /** Larger arrays are not kept for the next request. */
  private static final int KEPT_CHARACTERS = 16 * 1024;

  private static final byte[] NONE = new byte[0];

  private final ParameterPlaces places = new ParameterPlaces();
  private final ParameterReader reader = new ParameterReader(places);
  private final UnescapedQuery unescaped = new UnescapedQuery();
  private Canonicalization canonicalization = Canonicalization.DEFAULT;

  /** Whether {@link UnescapedQuery} has them all; then the reader's are of another request. */
  private boolean quick;

  private boolean repeated;
  private boolean spelledInTwoWays;
  private char[] text = new char[512];

  private Parameters() {}

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
    Parameters parameters = SPARES.take();
    try {
      parameters.read(request, canonicalization, limit);
      return parameters;
    } catch (MalformedRequestException malformed) {
      parameters.close();
      throw malformed;
    }
  }

  /** Lets the next request have the arrays. */
  @Override
  public void close() {
    reader.finish();
    unescaped.finish();
    if (reader.characters().length <= KEPT_CHARACTERS && text.length <= KEPT_CHARACTERS) {
      SPARES.giveBack(this);
    }
  }

  private void read(SignedRequest request, Canonicalization choices, int limit)
      throws MalformedRequestException {
    canonicalization = choices;
    String query = request.query() == null ? "" : request.query();
    byte[] form = NONE;
    Charset charset = UTF_8;
    if (request.body() instanceof Body.Form fields) {
      form = fields.bytes();
      // also of an empty one: who reads it next would fail
      charset = choices.formCharset(request.contentType());
    }
    quick =
        form.length == 0
            && choices.parameters() == Escapes.DECODED
            && choices.order() == Order.CASE_SENSITIVE
            && unescaped.read(query, limit);
    repeated = false;
    spelledInTwoWays = false;
    if (!quick) {
      read(query, form, charset, limit);
    }
  }

  private void read(String query, byte[] form, Charset charset, int limit)
      throws MalformedRequestException {
    Canonicalization choices = canonicalization;
    reader.start(query.length() + form.length, choices.parameters() == Escapes.RAW);
    // the first value counts, so the side that takes precedence is read first
    if (choices.precedence() == Precedence.QUERY) {
      reader.readQuery(query, limit);
      places.startOtherSide();
      reader.readForm(form, charset, limit);
    } else {
      reader.readForm(form, charset, limit);
      places.startOtherSide();
      reader.readQuery(query, limit);
    }
    repeated = reader.repeated();
    spelledInTwoWays = reader.spelledInTwoWays();
    if (places.sort(reader.characters(), choices.order() == Order.CASE_SENSITIVE)) {
      int offset = choices.precedence() == Precedence.QUERY ? query.length() : 0;
      spelledInTwoWays |= places.spellsInTwoWays(reader.characters(), form, offset);
      repeated |= places.dropRepeated(reader.characters());
    }
  }

  /** Whether a name stands there more than once. */
  boolean repeated() {
    return repeated;
  }

  /** A name that has another value in the query than in the form; null if there is none. */
  @Nullable String twoValues() {
    return quick ? null : places.twoValues(reader.characters());
  }

  /** Whether the form spells a name in two ways. */
  boolean spelledInTwoWays() {
    return spelledInTwoWays;
  }

  /** Whether an escape stood for a delimiter. */
  boolean delimiterMet() {
    return !quick && reader.delimiterMet();
  }

  /** Whether there is none. */
  boolean isEmpty() {
    return !quick && places.count() == 0;
  }

  /** The lines and the path, and behind them {@code ?name=value&…} if there is any parameter. */
  String textBehind(String method, String contentMd5, String path) {
    if (quick) {
      return method + '\n' + contentMd5 + '\n' + path + unescaped.text();
    }
    // a line feed behind each line; a separator before each name, an equals sign behind
    int lines = method.length() + contentMd5.length() + 2;
    int length = lines + path.length() + reader.length() + 2 * places.count();
    if (text.length < length) {
      text = new char[length];
    }
    int end = append(method, 0);
    text[end++] = '\n';
    end = append(contentMd5, end);
    text[end++] = '\n';
    end = append(path, end);
    boolean valuelessEquals = canonicalization.valueless() == Valueless.EQUALS;
    char separator = '?';
    for (int i = 0; i < places.count(); i++) {
      text[end++] = separator;
      separator = '&';
      end = places.append(i, reader.characters(), text, end);
      if (valuelessEquals && !places.assigned(i)) {
        text[end++] = '=';
      }
    }
    return new String(text, 0, end);
  }

  private int append(String part, int at) {
    part.getChars(0, part.length(), text, at);
    return at + part.length();
  }

  private boolean isAssigned(int i) {
    return places.assigned(i) || canonicalization.valueless() == Valueless.EQUALS;
  }

  /** The parameters that count, in their order. */
  List<Parameter> list() {
    if (quick) {
      return unescaped.list();
    }
    List<Parameter> list = new ArrayList<>();
    for (int i = 0; i < places.count(); i++) {
      list.add(
          new Parameter(
              text(places.name(i), places.nameEnd(i)),
              text(places.value(i), places.end(i)),
              isAssigned(i)));
    }
    return list;
  }

  private String text(int from, int to) {
    return new String(reader.characters(), from, to - from);
  }
}
