package io.github.mgsjaxrs.backend.protocol;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.mgsjaxrs.internal.request.ParameterFault;
import io.github.mgsjaxrs.internal.request.PercentDecoder;
import io.github.mgsjaxrs.internal.request.Utf8Escapes;
import io.github.mgsjaxrs.request.Malformed;
import io.github.mgsjaxrs.request.MalformedRequestException;
import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads query and form into one array of characters, one side behind the other. Each name and value
 * stays where it stands there, and one with escapes is decoded over itself, since no text is longer
 * than its bytes are.
 *
 * <p>Only {@code &} separates parameters, empty pieces between two of them are skipped, and the
 * first {@code =} of a piece ends the name (MGS, "Backend signature verification", "Url").
 */
final class ParameterReader {

  /** What a character is, in the order of what it ends. */
  private static final int ENCODED = 1;

  private static final int ASCII = 0x7f;
  private static final int BYTE = 0xff;
  private static final int ENDS_NAME = 2;
  private static final int ENDS_PARAMETER = 4;
  private static final byte[] KINDS = kinds();

  private final ParameterPlaces places;
  private final Utf8Escapes utf8 = new Utf8Escapes();
  private char[] characters = new char[512];
  private int used;

  /** Where the parameter starts that is being read. */
  private int current;

  /** Where the text of the part ends that was read last. */
  private int partEnd;

  /** Decoded names, where they are written as they were sent; or null. */
  private @Nullable Set<String> rawNames;

  /** The same names of the form, with how each was sent first. */
  private final Map<String, String> formNames = new HashMap<>();

  /** What {@link Utf8Escapes} cannot read: another charset, or what stays as it was sent. */
  private @Nullable Bytes bytes;

  /** All bits that a character of this side may have: bytes of a form, ASCII of a query. */
  private int most;

  private boolean repeated;
  private boolean spelledInTwoWays;
  private boolean delimiterMet;

  ParameterReader(ParameterPlaces places) {
    this.places = places;
  }

  private static byte[] kinds() {
    byte[] kinds = new byte[256];
    Arrays.fill(kinds, 0x80, 0x100, (byte) ENCODED);
    kinds['%'] = ENCODED;
    kinds['+'] = ENCODED;
    kinds['='] = ENDS_NAME;
    kinds['&'] = ENDS_PARAMETER;
    return kinds;
  }

  /** Starts with a request's first parameter. */
  void start(int length, boolean raw) {
    if (characters.length < length) {
      characters = new char[length];
    }
    rawNames = raw ? new HashSet<>() : null;
    used = 0;
    current = 0;
    repeated = false;
    spelledInTwoWays = false;
    delimiterMet = false;
    utf8.clear();
    places.clear();
  }

  /** Forgets what belongs to a request. */
  void finish() {
    rawNames = null;
    formNames.clear();
    bytes = null;
  }

  char[] characters() {
    return characters;
  }

  /** How many characters names and values have together, at most. */
  int length() {
    return used;
  }

  /** Whether two names are the same once they are decoded, although they were sent otherwise. */
  boolean repeated() {
    return repeated;
  }

  /** Whether two of these names stand in the form. */
  boolean spelledInTwoWays() {
    return spelledInTwoWays;
  }

  /** Whether an escape stood for a delimiter. */
  boolean delimiterMet() {
    return delimiterMet || utf8.delimiterMet();
  }

  void readQuery(String query, int limit) throws MalformedRequestException {
    query.getChars(0, query.length(), characters, used);
    bytes = rawNames == null ? null : new Bytes(query.getBytes(ISO_8859_1), used, UTF_8);
    most = ASCII;
    int offset = used;
    try {
      read(query.length(), limit);
    } catch (MalformedRequestException fault) {
      throw ParameterFault.in(fault, ParameterFault.QUERY, query, current - offset);
    }
  }

  void readForm(byte[] form, Charset charset, int limit) throws MalformedRequestException {
    for (int i = 0; i < form.length; i++) {
      characters[used + i] = (char) (form[i] & 0xff);
    }
    bytes = rawNames == null && charset.equals(UTF_8) ? null : new Bytes(form, used, charset);
    most = BYTE;
    int offset = used;
    try {
      read(form.length, limit);
    } catch (MalformedRequestException fault) {
      String sent = new String(form, ISO_8859_1);
      throw ParameterFault.in(fault, ParameterFault.FORM, sent, current - offset);
    }
  }

  private void read(int length, int limit) throws MalformedRequestException {
    char[] array = characters;
    int at = used;
    int end = used + length;
    used = end;
    while (at < end) {
      if (array[at] == '&') {
        at++;
        continue;
      }
      if (places.count() == limit) {
        throw new MalformedRequestException(
            Malformed.TOO_MANY_PARAMETERS, "more than " + limit + " parameters");
      }
      int name = at;
      current = at;
      at = readPart(name, end, true);
      int nameEnd = partEnd;
      int sentNameEnd = at;
      if (at < end && array[at] == '=') {
        int value = at + 1;
        at = readPart(value, end, false);
        places.add(name, nameEnd, value, partEnd, sentNameEnd);
      } else {
        places.addUnassigned(name, nameEnd, sentNameEnd);
      }
    }
    delimiterMet |= bytes != null && bytes.decoder.delimiterMet();
  }

  /** Reads a name or a value; the place of the delimiter behind it. */
  private int readPart(int from, int end, boolean name) throws MalformedRequestException {
    char[] array = characters;
    int delimiter = name ? ENDS_NAME : ENDS_PARAMETER;
    int met = 0;
    int seen = 0;
    int at = from;
    while (at < end) {
      char character = array[at];
      byte kind = KINDS[character & 0xff];
      seen |= character; // also where its low byte looks like a delimiter
      if (kind >= delimiter) {
        break;
      }
      met |= kind;
      at++;
    }
    if (seen > most) {
      // which bytes were sent is a server's guess by now
      throw new MalformedRequestException(
          Malformed.ESCAPE, "the query holds a character that must be percent-encoded");
    }
    partEnd = at;
    if ((met & ENCODED) != 0 || rawNames != null) {
      decode(from, at, name);
    }
    return at;
  }

  private void decode(int from, int to, boolean name) throws MalformedRequestException {
    if (bytes == null) {
      partEnd = utf8.decode(characters, from, to);
      return;
    }
    String decoded = bytes.decoded(from, to);
    if (rawNames == null) {
      replace(from, decoded);
      return;
    }
    // decoded all the same: what cannot be decoded is refused in any case
    String sent = bytes.undecoded(from, to);
    if (name) {
      repeated |= !rawNames.add(decoded);
      if (most == BYTE) {
        String before = formNames.putIfAbsent(decoded, sent);
        spelledInTwoWays |= before != null && !before.equals(sent);
      }
    }
    replace(from, sent);
  }

  private void replace(int from, String text) {
    text.getChars(0, text.length(), characters, from);
    partEnd = from + text.length();
  }

  /** The bytes of one side, and how to read them. */
  private static final class Bytes {
    private final byte[] bytes;
    private final int offset;
    private final PercentDecoder decoder;

    Bytes(byte[] bytes, int offset, Charset charset) {
      this.bytes = Objects.requireNonNull(bytes);
      this.offset = offset;
      this.decoder = new PercentDecoder(charset, true);
    }

    String decoded(int from, int to) throws MalformedRequestException {
      return decoder.decode(bytes, from - offset, to - offset);
    }

    String undecoded(int from, int to) throws MalformedRequestException {
      return decoder.undecoded(bytes, from - offset, to - offset);
    }
  }
}
