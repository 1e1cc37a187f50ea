package io.github.mgsjaxrs.internal.request;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.mgsjaxrs.request.Malformed;
import io.github.mgsjaxrs.request.MalformedRequestException;
import java.nio.charset.Charset;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * All parameters of a query, one behind the other, as a signature has them: to be compared with
 * what somebody else makes of the same query.
 *
 * <p>A resource gets its parameters from its runtime, which reads the target once more, in its own
 * way. Where that comes to other names, other values or another order of values, a right signature
 * says nothing of what the resource would see.
 */
public final class SentQuery {

  private final String query;
  private final int limit;
  private final Charset charset;
  private int next;
  private int count;

  /** Where the piece that was reached starts, ends its name, or -1, and ends. */
  private int start;

  private int delimiter;
  private int end;
  private boolean isNamePlain;
  private @Nullable PercentDecoder decoder;

  private SentQuery(String query, int limit, Charset charset) {
    this.query = query;
    this.limit = limit;
    this.charset = charset;
  }

  /** How somebody else reads a query. */
  public interface Reading {

    /**
     * All values of a parameter.
     *
     * @param name its name, decoded
     * @return the decoded values in their order; null or empty if there is none
     */
    @Nullable List<String> values(String name);

    /**
     * The names of all parameters.
     *
     * @return the names, decoded, each of them once
     */
    Iterable<String> names();

    /**
     * The values of all parameters.
     *
     * @return how many there are
     */
    default int size() {
      int size = 0;
      for (String name : names()) {
        List<String> values = values(name);
        size += values == null ? 0 : values.size();
      }
      return size;
    }

    /**
     * What a map holds, as {@code UriInfo} has one.
     *
     * @param values by name
     * @return the reading
     */
    static Reading of(Map<String, List<String>> values) {
      return new Reading() {
        @Override
        public @Nullable List<String> values(String name) {
          return values.get(name);
        }

        @Override
        public Iterable<String> names() {
          return values.keySet();
        }

        @Override
        public int size() {
          int size = 0;
          for (List<String> each : values.values()) {
            size += each == null ? 0 : each.size();
          }
          return size;
        }
      };
    }
  }

  /**
   * Compares a query with how somebody else reads it. It takes a time that grows with the length of
   * the query, and not with its square.
   *
   * @param query the query as it was sent, without its question mark, or null
   * @param other the other reading
   * @param limit how many parameters there may be
   * @return the name of a parameter that is read otherwise, decoded; null if all are read alike
   * @throws MalformedRequestException if a parameter cannot be decoded, or there are too many
   */
  public static @Nullable String readOtherwise(@Nullable String query, Reading other, int limit)
      throws MalformedRequestException {
    return readOtherwise(query, other, limit, UTF_8);
  }

  /**
   * Compares a query with how somebody else reads it, who takes it for text in another charset.
   *
   * @param query the query as it was sent, without its question mark, or null
   * @param other the other reading
   * @param limit how many parameters there may be
   * @param charset of the other reading
   * @return the name of a parameter that is read otherwise, decoded; null if all are read alike
   * @throws MalformedRequestException if a parameter cannot be decoded, or there are too many
   */
  public static @Nullable String readOtherwise(
      @Nullable String query, Reading other, int limit, Charset charset)
      throws MalformedRequestException {
    return new SentQuery(query == null ? "" : query, limit, charset).readOtherwise(other);
  }

  /** RFC 3986, section 2.3. */
  public static boolean isUnreserved(char c) {
    return (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || (c >= '0' && c <= '9')
        || c == '-'
        || c == '.'
        || c == '_'
        || c == '~';
  }

  private @Nullable String readOtherwise(Reading other) throws MalformedRequestException {
    Map<String, Integer> met = Map.of();
    int expected = 0;
    while (next()) {
      String name = name();
      List<String> values = other.values(name);
      if (name.isEmpty() && (value().isEmpty() || values == null || values.isEmpty())) {
        continue; // what has no name is left out by some, so that nobody can read it there
      }
      expected++;
      int at = 0;
      if (values != null && values.size() > 1) {
        met = met.isEmpty() ? new HashMap<>() : met;
        at = met.merge(name, 1, Integer::sum) - 1;
      }
      if (values == null || at >= values.size() || !isValue(values.get(at))) {
        return name;
      }
    }
    for (Map.Entry<String, Integer> each : met.entrySet()) {
      List<String> values = other.values(each.getKey());
      if (values == null || values.size() != each.getValue()) {
        return each.getKey(); // to somebody who knows no case, one name has the values of another
      }
    }
    return expected == count(other) ? null : surplus(other);
  }

  /** Whether somebody reads the value; CXF has null for a name without one. */
  private boolean isValue(@Nullable String read) throws MalformedRequestException {
    String text = read == null ? "" : read;
    return isSpelled(text) || text.equals(value());
  }

  /**
   * Whether the value is a spelling of a text in ASCII, in which all charsets of a reading agree.
   * Most are, and are told by it without being decoded.
   */
  private boolean isSpelled(String text) {
    int at = delimiter < 0 ? end : delimiter + 1;
    for (int i = 0; i < text.length(); i++) {
      char expected = text.charAt(i);
      if (at == end || expected > 0x7F) {
        return false;
      }
      char c = query.charAt(at++);
      if (c == '+') {
        c = ' ';
      } else if (c == '%') {
        if (end - at < 2) {
          return false;
        }
        c = (char) (hex(query.charAt(at)) << 4 | hex(query.charAt(at + 1)));
        at += 2;
      }
      if (c != expected) {
        return false;
      }
    }
    return at == end;
  }

  /** Below zero for what is no digit, and so is all that it is put together with. */
  static int hex(char c) {
    return c > 0x7F ? -1 : Character.digit(c, 16);
  }

  /** Some take what stands between two {@code &} for a parameter without name and value. */
  private static int count(Reading other) {
    int count = other.size();
    List<String> nameless = other.values("");
    if (nameless != null) {
      for (String value : nameless) {
        count -= value == null || value.isEmpty() ? 1 : 0;
      }
    }
    return count;
  }

  /** A parameter that was sent more often than it is read, or was not sent. */
  private String surplus(Reading other) throws MalformedRequestException {
    Set<String> sent = new HashSet<>();
    SentQuery again = new SentQuery(query, limit, charset);
    while (again.next()) {
      String name = again.name();
      List<String> values = other.values(name);
      if (!sent.add(name) && values != null && values.size() == 1) {
        return name;
      }
    }
    for (String name : other.names()) {
      if (!sent.contains(name)) {
        return name;
      }
    }
    return "";
  }

  /** Goes on to the next parameter, skipping empty pieces. */
  private boolean next() throws MalformedRequestException {
    while (next < query.length() && query.charAt(next) == '&') {
      next++;
    }
    if (next >= query.length()) {
      return false;
    }
    if (count++ == limit) {
      throw new MalformedRequestException(
          Malformed.TOO_MANY_PARAMETERS, "more than " + limit + " parameters");
    }
    start = next;
    delimiter = -1;
    isNamePlain = true;
    int at = start;
    for (; at < query.length(); at++) {
      char c = query.charAt(at);
      if (c == '&') {
        break;
      } else if (delimiter < 0) {
        if (c == '=') {
          delimiter = at;
        } else if (c == '%' || c == '+' || c > 0x7F) {
          isNamePlain = false;
        }
      }
    }
    end = at;
    next = at;
    return true;
  }

  private String name() throws MalformedRequestException {
    int to = delimiter < 0 ? end : delimiter;
    return isNamePlain ? query.substring(start, to) : decoded(start, to);
  }

  /** The value; empty where none is assigned. */
  private String value() throws MalformedRequestException {
    return decoded(delimiter < 0 ? end : delimiter + 1, end);
  }

  private String decoded(int from, int to) throws MalformedRequestException {
    for (int i = from; i < to; i++) {
      char c = query.charAt(i);
      if (c == '%' || c == '+' || c > 0x7F) {
        try {
          return decodedPiece(query.substring(from, to));
        } catch (MalformedRequestException fault) {
          throw ParameterFault.in(fault, ParameterFault.QUERY, query, start);
        }
      }
    }
    return query.substring(from, to);
  }

  private String decodedPiece(String piece) throws MalformedRequestException {
    if (!isAscii(piece)) {
      throw new MalformedRequestException(
          Malformed.ESCAPE, "the query holds a character that must be percent-encoded");
    }
    if (decoder == null) {
      decoder = new PercentDecoder(charset, true);
    }
    byte[] bytes = piece.getBytes(UTF_8);
    return decoder.decode(bytes, 0, bytes.length);
  }

  private static boolean isAscii(String piece) {
    for (int i = 0; i < piece.length(); i++) {
      if (piece.charAt(i) > 0x7F) {
        return false;
      }
    }
    return true;
  }
}
