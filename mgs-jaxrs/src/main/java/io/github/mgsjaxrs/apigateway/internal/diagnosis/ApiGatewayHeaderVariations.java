package io.github.mgsjaxrs.apigateway.internal.diagnosis;

import io.github.mgsjaxrs.apigateway.protocol.HeaderOrder;
import io.github.mgsjaxrs.apigateway.protocol.SignedHeaders;
import io.github.mgsjaxrs.apigateway.protocol.SignedHeaders.Line;
import io.github.mgsjaxrs.internal.diagnosis.Aspect;
import io.github.mgsjaxrs.internal.diagnosis.Finding;
import io.github.mgsjaxrs.internal.diagnosis.Variation;
import io.github.mgsjaxrs.internal.request.HeaderNames;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** Other ways to write the lines of signed headers. */
public final class ApiGatewayHeaderVariations {

  /** Of so many headers it is tried that a single one was left out, or came on the way. */
  private static final int MOST_SINGLE = 16;

  private static final String CHARSET = "charset=";

  private static final String NAMES = "The names of the signed headers ";

  private final SignedHeaders headers;
  private final List<Line> lines;
  private final List<Variation> variations = new ArrayList<>();

  private ApiGatewayHeaderVariations(SignedHeaders headers) {
    this.headers = headers;
    this.lines = headers.lines();
  }

  /**
   * Those of one request.
   *
   * @param headers as the request reads
   * @param order in which order they are written
   * @return a few variations, none where no header is listed
   */
  public static List<Variation> of(SignedHeaders headers, HeaderOrder order) {
    ApiGatewayHeaderVariations found = new ApiGatewayHeaderVariations(headers);
    if (!headers.listed().isEmpty()) {
      found.addOrders(order);
      found.addNames();
      found.addCharsets();
      found.addEnds();
      found.addMissing();
    }
    return found.variations;
  }

  private void add(Finding finding, String text) {
    variations.add(Variation.of(Aspect.HEADERS, finding, reading -> reading.withHeaders(text)));
  }

  private void addCause(String why, String text) {
    add(Finding.ofCause(why), text);
  }

  private static String text(List<Line> lines, Function<Line, String> written) {
    return lines.stream().map(written).collect(Collectors.joining());
  }

  private static String line(Line line) {
    return line.name() + ':' + line.value() + '\n';
  }

  private List<Line> sorted(Comparator<Line> order) {
    return lines.stream().sorted(order).toList();
  }

  private void addOrders(HeaderOrder order) {
    boolean asListed = order == HeaderOrder.AS_LISTED;
    String other = asListed ? "lower-case" : "as-listed";
    add(
        Finding.of(
            "mgs.apigateway.header-order=" + other,
            NAMES
                + (asListed
                    ? "were sorted after they were made lower case"
                    : "were sorted as they are listed, before they were made lower case")),
        text(
            sorted(Comparator.comparing(asListed ? Line::name : Line::listed)),
            ApiGatewayHeaderVariations::line));
    List<String> listed = headers.listed();
    addCause(
        "The signed headers were not sorted: the gateway sorts them by their names",
        text(
            sorted(Comparator.comparing(line -> listed.indexOf(line.listed()))),
            ApiGatewayHeaderVariations::line));
  }

  private void addNames() {
    addCause(
        NAMES + "were written as they are listed: the gateway writes them in lower case",
        text(lines, line -> line.listed() + ':' + line.value() + '\n'));
    addCause(
        "A blank was written behind the colon of each signed header: the gateway writes none",
        text(lines, line -> line.name() + ": " + line.value() + '\n'));
  }

  /** Some servers have one spelling of a well-known type for all, Jetty for one. */
  private void addCharsets() {
    addCharset("upper", value -> value.toUpperCase(Locale.ROOT));
    addCharset("lower", value -> value.toLowerCase(Locale.ROOT));
  }

  private void addCharset(String letters, UnaryOperator<String> spelling) {
    String text = text(lines, line -> line(new Line(line.listed(), spelled(line, spelling))));
    if (!text.equals(headers.text())) {
      addCause(
          "The charset of the Content-Type was signed in "
              + letters
              + " case, and stands otherwise here: the server, or something in front of it, writes"
              + " another spelling than was sent. On Jetty set"
              + " HttpConfiguration.setHeaderCacheCaseSensitive(true)",
          text);
    }
  }

  private static String spelled(Line line, UnaryOperator<String> spelling) {
    int charset = HeaderNames.lowerCase(line.value()).indexOf(CHARSET);
    if (!line.name().equals("content-type") || charset < 0) {
      return line.value();
    }
    int from = charset + CHARSET.length();
    int next = line.value().indexOf(';', from);
    int end = next < 0 ? line.value().length() : next;
    return line.value().substring(0, from)
        + spelling.apply(line.value().substring(from, end))
        + line.value().substring(end);
  }

  private void addEnds() {
    String text = headers.text();
    if (!text.isEmpty()) {
      addCause(
          "The line feed behind the last signed header is missing in what was signed",
          text.substring(0, text.length() - 1));
      addCause(
          "No header was signed, although some are listed: the gateway signs those that it lists",
          "");
    }
  }

  /** A header that was not sent, or came on the way: by an empty value, or by no line. */
  private void addMissing() {
    Set<String> sent = new HashSet<>();
    lines.forEach(line -> sent.add(line.listed()));
    List<Line> all = new ArrayList<>(lines);
    for (String listed : headers.listed()) {
      if (!sent.contains(listed)) {
        all.add(new Line(listed, ""));
      }
    }
    if (all.size() > lines.size()) {
      all.sort(Comparator.comparing(Line::listed));
      addCause(
          "Listed headers that are not here were signed with an empty value: something between took"
              + " them off, or they were sent empty, or the gateway leaves them out",
          text(all, ApiGatewayHeaderVariations::line));
    }
    if (lines.size() > 1 && lines.size() <= MOST_SINGLE) {
      for (Line left : lines) {
        addCause(
            "The header '"
                + HeaderNames.lowerCase(left.listed())
                + "' was listed and not signed: did something between gateway and backend add it?",
            text(
                lines.stream().filter(line -> !line.equals(left)).toList(),
                ApiGatewayHeaderVariations::line));
      }
    }
  }
}
