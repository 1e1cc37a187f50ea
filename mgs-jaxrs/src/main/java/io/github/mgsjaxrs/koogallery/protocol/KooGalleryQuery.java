package io.github.mgsjaxrs.koogallery.protocol;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.mgsjaxrs.Coverage.Uncovered;
import io.github.mgsjaxrs.Verified.SignedText;
import io.github.mgsjaxrs.internal.request.Escaping;
import io.github.mgsjaxrs.internal.request.PercentDecoder;
import io.github.mgsjaxrs.request.Malformed;
import io.github.mgsjaxrs.request.MalformedRequestException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The query of a request from KooGallery, and what version 1 signs of it: all parameters but {@code
 * authToken}, decoded, sorted by name, the first value of each.
 *
 * <pre>{@code
 * KooGalleryQuery query =
 *     KooGalleryQuery.of("p2=2&authToken=nOVVq…&p1=1&timeStamp=201706211855321", 100);
 * query.message(); // p1=1&p2=2&timeStamp=201706211855321
 * }</pre>
 *
 * <p>Source: Huawei Cloud KooGallery, "SaaS access guide", authentication of requests. Ciphertext
 * ({@code email}, {@code mobilePhone}) stays as it is.
 */
public final class KooGalleryQuery implements SignedText {

  /** The signature of version 1. */
  public static final String AUTH_TOKEN = "authToken";

  /** When it was signed, in version 1. */
  public static final String TIME_STAMP = "timeStamp";

  /** The signature of version 2. */
  public static final String SIGNATURE = "signature";

  /** When it was signed, in version 2. */
  public static final String TIMESTAMP = "timestamp";

  /** What makes each request of version 2 another. */
  public static final String NONCE = "nonce";

  private static final Set<String> SIGNING = Set.of(SIGNATURE, TIMESTAMP, NONCE);

  private final Map<String, List<String>> parameters;
  private final Set<Uncovered> uncovered;

  private KooGalleryQuery(Map<String, List<String>> parameters, Set<Uncovered> uncovered) {
    this.parameters = parameters;
    this.uncovered = Set.copyOf(uncovered);
  }

  /**
   * Reads a query strictly: a broken escape is refused and never replaced. A plus sign is a blank,
   * as in forms.
   *
   * @param query the query as it was sent, without its question mark, or null
   * @param limit how many parameters there may be
   * @return the query
   * @throws MalformedRequestException if a parameter cannot be decoded, or there are too many
   */
  public static KooGalleryQuery of(@Nullable String query, int limit)
      throws MalformedRequestException {
    Map<String, List<String>> parameters = new TreeMap<>();
    Set<Uncovered> uncovered = EnumSet.noneOf(Uncovered.class);
    if (query != null && !query.isEmpty()) {
      read(query, limit, parameters, uncovered);
    }
    return new KooGalleryQuery(parameters, uncovered);
  }

  private static void read(
      String query, int limit, Map<String, List<String>> parameters, Set<Uncovered> uncovered)
      throws MalformedRequestException {
    if (query.chars().anyMatch(c -> c > 0x7F)) {
      throw new MalformedRequestException(
          Malformed.ESCAPE, "the query holds a character that must be percent-encoded");
    }
    byte[] bytes = query.getBytes(UTF_8);
    PercentDecoder decoder = new PercentDecoder(UTF_8, true);
    int count = 0;
    int from = 0;
    while (from < bytes.length) {
      int end = indexOf(bytes, '&', from, bytes.length);
      if (end > from) {
        if (count++ == limit) {
          throw new MalformedRequestException(
              Malformed.TOO_MANY_PARAMETERS, "more than " + limit + " parameters");
        }
        int equals = indexOf(bytes, '=', from, end);
        String name = decoder.decode(bytes, from, equals);
        String value = equals < end ? decoder.decode(bytes, equals + 1, end) : "";
        add(name, value, parameters, uncovered);
      }
      from = end + 1;
    }
  }

  private static int indexOf(byte[] bytes, char wanted, int from, int end) {
    int at = from;
    while (at < end && bytes[at] != wanted) {
      at++;
    }
    return at;
  }

  private static void add(
      String name, String value, Map<String, List<String>> parameters, Set<Uncovered> uncovered) {
    List<String> values = parameters.computeIfAbsent(name, first -> new ArrayList<>(1));
    values.add(value);
    if (values.size() > 1) {
      uncovered.add(Uncovered.REPEATED_PARAMETER);
    }
    if (hidesParameter(name, value)) {
      uncovered.add(Uncovered.DELIMITER);
    }
  }

  /**
   * Whether the text could be that of other parameters too. An equals sign in a value cannot be
   * taken for another, as the first one of a piece ends the name; nor can an ampersand that is
   * followed by none: "A & B" as a customer's name stays what it is.
   */
  private static boolean hidesParameter(String name, String value) {
    int ampersand = value.indexOf('&');
    return name.indexOf('&') >= 0
        || name.indexOf('=') >= 0
        || (ampersand >= 0 && value.indexOf('=', ampersand) >= 0);
  }

  /**
   * All values of a parameter.
   *
   * @param name its name, decoded
   * @return the decoded values in their order, empty if there is none
   */
  public List<String> values(String name) {
    return List.copyOf(parameters.getOrDefault(name, List.of()));
  }

  /**
   * Whether there are parameters that version 2 does not sign.
   *
   * @return true if there is another than signature, timestamp and nonce
   */
  public boolean hasOthers() {
    return !SIGNING.containsAll(parameters.keySet());
  }

  /**
   * What version 1 signs.
   *
   * @return the text, empty where there are no parameters
   */
  public String message() {
    StringBuilder message = new StringBuilder(256);
    parameters.forEach((name, values) -> append(message, name, values.get(0)));
    return message.toString();
  }

  private static void append(StringBuilder message, String name, String value) {
    if (!name.equals(AUTH_TOKEN)) {
      if (!message.isEmpty()) {
        message.append('&');
      }
      message.append(name).append('=').append(value);
    }
  }

  @Override
  public Set<Uncovered> uncovered() {
    return uncovered;
  }

  @Override
  public String describe(boolean values) {
    StringBuilder shown = new StringBuilder();
    parameters.forEach((name, all) -> append(shown, name, values ? all.get(0) : "***"));
    return Escaping.oneLine(shown.toString());
  }

  /** The message with its values masked. */
  @Override
  public String toString() {
    return describe(false);
  }
}
