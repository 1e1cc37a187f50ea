package io.github.mgsjaxrs.protocol;

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

  private byte[] query = new byte[512];
  private char[] characters = new char[512];
  private int used;
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
    if (characters.length <= KEPT_CHARACTERS && query.length <= KEPT_CHARACTERS) {
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
    int queryLength = copyQuery(request.query());
    byte[] form = request.body() instanceof Body.Form fields ? fields.bytes() : NONE;
    Charset formCharset = form.length == 0 ? UTF_8 : formCharset(request, choices);
    // every charset of a form has at least one byte for each character
    if (characters.length < queryLength + form.length) {
      characters = new char[queryLength + form.length];
    }
    // the first value counts, so the side that takes precedence is read first
    if (choices.precedence() == Precedence.QUERY) {
      add(query, queryLength, UTF_8, limit);
      add(form, form.length, formCharset, limit);
    } else {
      add(form, form.length, formCharset, limit);
      add(query, queryLength, UTF_8, limit);
    }
    places.sort(characters, choices.order() == Order.CASE_SENSITIVE);
    repeated |= places.anyNameRepeated(characters);
  }

  private int copyQuery(@Nullable String text) throws MalformedRequestException {
    if (text == null) {
      return 0;
    }
    int length = text.length();
    if (query.length < length) {
      query = new byte[length];
    }
    for (int i = 0; i < length; i++) {
      char c = text.charAt(i);
      if (c > 0x7f) {
        // which bytes were sent is a server's guess by now
        throw new MalformedRequestException(
            Malformed.ESCAPE, "the query holds a character that must be percent-encoded");
      }
      query[i] = (byte) c;
    }
    return length;
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

  private void add(byte[] source, int length, Charset charset, int limit)
      throws MalformedRequestException {
    int at = 0;
    while (at < length) {
      if (source[at] == '&') {
        at++;
        continue;
      }
      if (places.count() == limit) {
        throw new MalformedRequestException(
            Malformed.TOO_MANY_PARAMETERS, "more than " + limit + " parameters");
      }
      int name = used;
      at = addPart(source, at, length, true, charset);
      int value = used;
      boolean assigned = at < length && source[at] == '=';
      if (assigned) {
        at = addPart(source, at + 1, length, false, charset);
      }
      places.add(name, value, used, assigned);
    }
  }

  /** Adds the characters of a name or of a value; the place of the delimiter behind it. */
  private int addPart(byte[] source, int from, int length, boolean name, Charset charset)
      throws MalformedRequestException {
    if (decodedNames != null) {
      return addUndecoded(source, from, length, name, charset, decodedNames);
    }
    int before = used;
    boolean delimiterBefore = delimiterMet;
    int at = from;
    while (at < length) {
      byte b = source[at];
      if (b == '&' || (b == '=' && name)) {
        break;
      }
      if (b == '%') {
        b = PercentDecoder.escaped(source, at, length);
        delimiterMet |= b == '&' || b == '=';
        at += 2;
      } else if (b == '+') {
        b = ' ';
      }
      if (b < 0) {
        // more than ASCII: the whole part is for the charset to read
        used = before;
        delimiterMet = delimiterBefore;
        int end = end(source, from, length, name);
        append(decoded(source, from, end, charset));
        return end;
      }
      characters[used++] = (char) b;
      at++;
    }
    return at;
  }

  /** Raw parameters are decoded too: what cannot be decoded is refused in any case. */
  private int addUndecoded(
      byte[] source, int from, int length, boolean name, Charset charset, Set<String> names)
      throws MalformedRequestException {
    int end = end(source, from, length, name);
    String decoded = decoded(source, from, end, charset);
    if (name) {
      repeated |= !names.add(decoded);
    }
    append(new PercentDecoder(charset, true).undecoded(source, from, end));
    return end;
  }

  private String decoded(byte[] source, int from, int end, Charset charset)
      throws MalformedRequestException {
    PercentDecoder decoder = new PercentDecoder(charset, true);
    String decoded = decoder.decode(source, from, end);
    delimiterMet |= decoder.delimiterMet();
    return decoded;
  }

  private static int end(byte[] source, int from, int length, boolean name) {
    int end = from;
    while (end < length && source[end] != '&' && !(source[end] == '=' && name)) {
      end++;
    }
    return end;
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

  /** How many characters {@link #write} writes at most. */
  int maxLength() {
    return used + 2 * places.count(); // a separator before each name, an equals sign behind
  }

  /** Writes {@code ?name=value&…}, or nothing where there is no parameter; where it ends. */
  int write(char[] url, int from) {
    int end = from;
    char separator = '?';
    for (int i = 0; i < places.count(); i++) {
      if (i > 0 && places.sameName(characters, i - 1, i)) {
        continue;
      }
      url[end++] = separator;
      separator = '&';
      int name = places.name(i);
      int nameLength = places.value(i) - name;
      System.arraycopy(characters, name, url, end, nameLength);
      end += nameLength;
      if (isAssigned(i)) {
        url[end++] = '=';
        int valueLength = places.end(i) - places.value(i);
        System.arraycopy(characters, places.value(i), url, end, valueLength);
        end += valueLength;
      }
    }
    return end;
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
}
