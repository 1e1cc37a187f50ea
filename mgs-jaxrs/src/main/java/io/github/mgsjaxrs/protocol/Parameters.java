package io.github.mgsjaxrs.protocol;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.mgsjaxrs.protocol.Canonicalization.Escapes;
import io.github.mgsjaxrs.protocol.Canonicalization.Order;
import io.github.mgsjaxrs.protocol.Canonicalization.Precedence;
import io.github.mgsjaxrs.protocol.Canonicalization.Valueless;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The query and form parameters of one request: sorted by name, the first value of each.
 *
 * <p>Only {@code &} separates parameters, empty pieces between two of them are skipped, and the
 * first {@code =} of a piece ends the name (MGS, "Backend signature verification", "Url").
 *
 * <p>No object is made for a name or a value: they stand one behind the other in one array of
 * characters, and what is sorted are their places. The arrays serve one request after another, so a
 * request has to be closed, and is not for use by several threads.
 */
final class Parameters implements AutoCloseable {

  private static final Spares<Parameters> SPARES = new Spares<>(Parameters::new);

  /** Larger arrays are not kept for the next request. */
  private static final int KEPT_CHARACTERS = 16 * 1024;

  private static final byte[] NONE = new byte[0];

  private Canonicalization canonicalization = Canonicalization.DEFAULT;
  private @Nullable Set<String> decodedNames;
  private boolean repeated;
  private boolean delimiterMet;

  /** Names and values as they are written, and behind them what is not read yet. */
  private char[] characters = new char[512];

  private int used;
  private char[] text = new char[512];
  private final ParameterPlaces places = new ParameterPlaces();

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
    decodedNames = null;
    if (characters.length <= KEPT_CHARACTERS && text.length <= KEPT_CHARACTERS) {
      SPARES.giveBack(this);
    }
  }

  private void read(SignedRequest request, Canonicalization choices, int limit)
      throws MalformedRequestException {
    canonicalization = choices;
    decodedNames = choices.parameters() == Escapes.RAW ? new HashSet<>() : null;
    repeated = false;
    delimiterMet = false;
    used = 0;
    places.clear();
    String query = Objects.requireNonNullElse(request.query(), "");
    byte[] form = request.body() instanceof Body.Form fields ? fields.bytes() : NONE;
    characters = room(characters, query.length() + form.length);
    // the first value counts, so the side that takes precedence is read first
    if (choices.precedence() == Precedence.QUERY) {
      addQuery(query, limit);
      addForm(form, request, limit);
    } else {
      addForm(form, request, limit);
      addQuery(query, limit);
    }
    places.sort(characters, choices.order() == Order.CASE_SENSITIVE);
    repeated |= places.anyNameRepeated(characters);
  }

  private static char[] room(char[] array, int length) {
    return array.length >= length ? array : new char[length];
  }

  private void addQuery(String query, int limit) throws MalformedRequestException {
    query.getChars(0, query.length(), characters, used);
    add(query.length(), () -> queryBytes(query), UTF_8, limit);
  }

  private void addForm(byte[] form, SignedRequest request, int limit)
      throws MalformedRequestException {
    if (form.length > 0) {
      for (int i = 0; i < form.length; i++) {
        characters[used + i] = (char) (form[i] & 0xff);
      }
      add(form.length, () -> form, formCharset(request, canonicalization), limit);
    }
  }

  private static byte[] queryBytes(String query) throws MalformedRequestException {
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

  /**
   * Adds what was copied behind the last value: it is decoded where it stands, since no text is
   * longer than its bytes are.
   */
  private void add(int length, Source source, Charset charset, int limit)
      throws MalformedRequestException {
    Undecoded undecoded = new Undecoded(source, used, charset);
    int at = used;
    int end = used + length;
    while (at < end) {
      if (characters[at] == '&') {
        at++;
        continue;
      }
      if (places.count() == limit) {
        throw new MalformedRequestException(
            Malformed.TOO_MANY_PARAMETERS, "more than " + limit + " parameters");
      }
      int name = used;
      at = addPart(at, end, true, undecoded);
      int value = used;
      boolean assigned = at < end && characters[at] == '=';
      if (assigned) {
        at = addPart(at + 1, end, false, undecoded);
      }
      places.add(name, value, used, assigned);
    }
    delimiterMet |= undecoded.delimiterMet();
  }

  /** Adds the characters of a name or of a value; the place of the delimiter behind it. */
  private int addPart(int from, int end, boolean name, Undecoded undecoded)
      throws MalformedRequestException {
    if (decodedNames != null) {
      return addUndecoded(from, end, name, undecoded, decodedNames);
    }
    int before = used;
    int at = from;
    while (at < end) {
      char c = characters[at];
      if (c == '&' || (c == '=' && name)) {
        break;
      }
      if (c == '%' || c > 0x7f) {
        // escapes, and what is more than ASCII: the whole part is read from its bytes
        used = before;
        int partEnd = end(at, end, name);
        append(undecoded.decode(from, partEnd));
        return partEnd;
      }
      characters[used++] = c == '+' ? ' ' : c;
      at++;
    }
    return at;
  }

  /** Raw parameters are decoded too: what cannot be decoded is refused in any case. */
  private int addUndecoded(int from, int end, boolean name, Undecoded undecoded, Set<String> names)
      throws MalformedRequestException {
    int partEnd = end(from, end, name);
    String decoded = undecoded.decode(from, partEnd);
    if (name) {
      repeated |= !names.add(decoded);
    }
    append(undecoded.text(from, partEnd));
    return partEnd;
  }

  private int end(int from, int end, boolean name) {
    int at = from;
    while (at < end && characters[at] != '&' && !(characters[at] == '=' && name)) {
      at++;
    }
    return at;
  }

  private void append(String text) {
    text.getChars(0, text.length(), characters, used);
    used += text.length();
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
    return places.count() == 0;
  }

  /** The lines and the path, and behind them {@code ?name=value&…} if there is any parameter. */
  String textBehind(String method, String contentMd5, String path) {
    // a line feed behind each line; a separator before each name, an equals sign behind
    int lines = method.length() + contentMd5.length() + 2;
    text = room(text, lines + path.length() + used + 2 * places.count());
    int end = append(method, 0);
    text[end++] = '\n';
    end = append(contentMd5, end);
    text[end++] = '\n';
    end = append(path, end);
    char separator = '?';
    for (int i = 0; i < places.count(); i++) {
      if (i > 0 && places.sameName(characters, i - 1, i)) {
        continue;
      }
      text[end++] = separator;
      separator = '&';
      end = append(places.name(i), places.value(i), end);
      if (isAssigned(i)) {
        text[end++] = '=';
        end = append(places.value(i), places.end(i), end);
      }
    }
    return new String(text, 0, end);
  }

  private int append(String part, int at) {
    part.getChars(0, part.length(), text, at);
    return at + part.length();
  }

  private int append(int from, int to, int at) {
    System.arraycopy(characters, from, text, at, to - from);
    return at + to - from;
  }

  private boolean isAssigned(int i) {
    return places.assigned(i) || canonicalization.valueless() == Valueless.EQUALS;
  }

  /** The parameters that count, in their order. */
  List<Parameter> list() {
    List<Parameter> list = new ArrayList<>();
    for (int i = 0; i < places.count(); i++) {
      if (i == 0 || !places.sameName(characters, i - 1, i)) {
        list.add(
            new Parameter(
                text(places.name(i), places.value(i)),
                text(places.value(i), places.end(i)),
                isAssigned(i)));
      }
    }
    return list;
  }

  private String text(int from, int to) {
    return String.valueOf(Arrays.copyOfRange(characters, from, to));
  }

  /** The bytes of a query or a form. */
  private interface Source {
    byte[] bytes() throws MalformedRequestException;
  }

  /** What has to be read from bytes, which are fetched only then. */
  private static final class Undecoded {
    private final Source source;
    private final int offset;
    private final Charset charset;
    private byte[] bytes = NONE;
    private @Nullable PercentDecoder decoder;

    Undecoded(Source source, int offset, Charset charset) {
      this.source = source;
      this.offset = offset;
      this.charset = charset;
    }

    private PercentDecoder decoder() throws MalformedRequestException {
      if (decoder == null) {
        bytes = source.bytes();
        decoder = new PercentDecoder(charset, true);
      }
      return decoder;
    }

    String decode(int from, int to) throws MalformedRequestException {
      return decoder().decode(bytes, from - offset, to - offset);
    }

    String text(int from, int to) throws MalformedRequestException {
      return decoder().undecoded(bytes, from - offset, to - offset);
    }

    boolean delimiterMet() {
      return decoder != null && decoder.delimiterMet();
    }
  }
}
