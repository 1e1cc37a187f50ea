package io.github.mgsjaxrs.apigateway.protocol;

import io.github.mgsjaxrs.internal.request.HeaderNames;
import io.github.mgsjaxrs.request.Malformed;
import io.github.mgsjaxrs.request.MalformedRequestException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The headers that a signature is of: those of {@code X-Ca-Proxy-Signature-Headers} that were sent,
 * sorted, each as {@code lower-case-name:value} and a line feed; a listed one that was not sent
 * makes no line (API Gateway, "Backend signature", "Headers").
 *
 * <pre>{@code headerkey1:HeaderValue1\nheaderkey2:HeaderValue2\n}</pre>
 *
 * <p>What is signed is the value as the application gets it, with no blank taken off or added. How
 * a header is signed that was sent twice is not documented: it is refused, since whoever reads it
 * may take either. The list itself is not signed. Whoever takes the name of a header off it changes
 * the text; whoever adds one that was not sent does not, and wins nothing.
 *
 * <p>No two sets of headers make the same lines: a name is a token, so it ends at the first colon,
 * a value has no line feed in it, and the URL starts with what no name has.
 */
public final class SignedHeaders {

  /** Without any. */
  public static final SignedHeaders NONE = new SignedHeaders(List.of(), List.of());

  private final List<String> listed;
  private final List<Line> lines;

  /**
   * One of them.
   *
   * @param listed the name as it is listed
   * @param value the value as it was signed
   */
  public record Line(String listed, String value) {

    /** The name as it is signed and compared. */
    public String name() {
      return HeaderNames.lowerCase(listed);
    }
  }

  private SignedHeaders(List<String> listed, List<Line> lines) {
    this.listed = List.copyOf(listed);
    this.lines = List.copyOf(lines);
  }

  /**
   * Reads them.
   *
   * @param list the value of {@code X-Ca-Proxy-Signature-Headers}; null or empty for none
   * @param values all values of a header by its name as it is listed
   * @param order how they are sorted
   * @param charset how the server reads values
   * @param limits how many there may be, and how long
   * @return the headers
   * @throws MalformedRequestException if the list has what is no name, a name twice in whatever
   *     case, or one that cannot be signed; a header was sent more than once, or has what no value
   *     has; or a limit is reached
   */
  public static SignedHeaders of(
      @Nullable String list,
      Function<String, List<String>> values,
      HeaderOrder order,
      HeaderCharset charset,
      HeaderLimits limits)
      throws MalformedRequestException {
    if (list == null || list.isEmpty()) {
      return NONE;
    }
    List<String> listed = names(list, limits);
    List<Line> lines = new ArrayList<>();
    long characters = 0;
    for (String name : listed) {
      List<String> sent = values.apply(name);
      if (sent.size() > 1) {
        throw new MalformedRequestException(
            Malformed.HEADER_REPEATED,
            "the signed header '" + HeaderNames.lowerCase(name) + "' was sent more than once");
      }
      if (!sent.isEmpty()) {
        characters += sent.get(0).length();
        if (characters > limits.values()) {
          throw tooLong(
              "the signed headers have more characters than mgs.apigateway.limits.values, which is "
                  + limits.values());
        }
        lines.add(new Line(name, charset.signed(HeaderNames.lowerCase(name), sent.get(0))));
      }
    }
    lines.sort(Comparator.comparing(Line::listed, order.comparator()));
    return new SignedHeaders(listed, lines);
  }

  private static List<String> names(String list, HeaderLimits limits)
      throws MalformedRequestException {
    List<String> names = new ArrayList<>();
    Set<String> seen = new LinkedHashSet<>();
    for (int from = 0; from <= list.length(); ) {
      int comma = list.indexOf(',', from);
      int end = comma < 0 ? list.length() : comma;
      if (names.size() == limits.headers()) {
        throw tooLong(
            ApiGatewayHeaders.LIST
                + " has more names than mgs.apigateway.limits.headers, which is "
                + limits.headers());
      }
      if (end - from > limits.name()) {
        throw tooLong(
            "a name in "
                + ApiGatewayHeaders.LIST
                + " has more characters than mgs.apigateway.limits.name, which is "
                + limits.name());
      }
      String name = list.substring(from, end);
      requireName(name, seen);
      names.add(name);
      from = end + 1;
    }
    return names;
  }

  private static void requireName(String name, Set<String> seen) throws MalformedRequestException {
    if (!HeaderNames.isToken(name)) {
      throw malformed("has what is no name of a header");
    }
    String compared = HeaderNames.lowerCase(name);
    if (!ApiGatewayHeaders.maySign(compared)) {
      throw malformed("names '" + compared + "', which no signature is of");
    }
    if (!seen.add(compared)) {
      throw malformed("names '" + compared + "' more than once");
    }
  }

  private static MalformedRequestException malformed(String why) {
    return new MalformedRequestException(Malformed.HEADERS, ApiGatewayHeaders.LIST + " " + why);
  }

  private static MalformedRequestException tooLong(String why) {
    return new MalformedRequestException(Malformed.HEADERS_TOO_LONG, why);
  }

  /**
   * All names of the list, sent or not, as they are written there.
   *
   * @return the names in the order of the list
   */
  public List<String> listed() {
    return listed;
  }

  /**
   * Those that were sent.
   *
   * @return the lines in their order
   */
  public List<Line> lines() {
    return lines;
  }

  /**
   * The names of those that were sent.
   *
   * @return in lower case
   */
  public Set<String> names() {
    Set<String> names = new TreeSet<>();
    lines.forEach(line -> names.add(line.name()));
    return names;
  }

  /**
   * The lines, each with its line feed.
   *
   * @return empty where no header is signed
   */
  public String text() {
    return text(Line::value);
  }

  /** The lines with other values. */
  String text(Function<Line, String> value) {
    StringBuilder text = new StringBuilder();
    for (Line line : lines) {
      text.append(line.name()).append(':').append(value.apply(line)).append('\n');
    }
    return text.toString();
  }

  /** The names alone. */
  @Override
  public String toString() {
    return "SignedHeaders" + names();
  }
}
