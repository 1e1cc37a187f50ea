package io.github.mgsjaxrs.protocol;

import io.github.mgsjaxrs.protocol.Canonicalization.Escapes;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The text that the gateway signed: method, content MD5 and URL, joined by line feeds.
 *
 * <pre>{@code POST\n\n/test/testSign?a=1&b=2}</pre>
 *
 * <p>The content MD5 is empty for forms and for methods other than PUT and POST; its line feed
 * stays. The URL is the path and, if there is any parameter, {@code ?} and the parameters of query
 * and form together, sorted by name, the first value of each (MGS, "Backend signature
 * verification", "Construct the string to sign").
 *
 * <p>An empty body can have two readings; then {@link #readings()} has both, and either may have
 * been signed.
 */
public final class StringToSign {

  private static final int SHOWN_VALUE = 64;

  private final SignedRequest request;
  private final String path;
  private final Parameters parameters;
  private final List<String> contentMd5;
  private final Set<Uncovered> uncovered;

  private StringToSign(
      SignedRequest request, String path, Parameters parameters, List<String> contentMd5) {
    this.request = request;
    this.path = path;
    this.parameters = parameters;
    this.contentMd5 = contentMd5;
    this.uncovered = EnumSet.noneOf(Uncovered.class);
  }

  /**
   * Rebuilds the text from a request.
   *
   * @param request the request as it was sent
   * @param canonicalization the choices that the documentation leaves open
   * @param maxParameters how many parameters query and form may have together
   * @return the text, with what it does not cover
   * @throws MalformedRequestException if a parameter, or a path that is to be decoded, has a broken
   *     escape or bytes that are not valid in its charset, or there are too many parameters
   */
  public static StringToSign of(
      SignedRequest request, Canonicalization canonicalization, int maxParameters)
      throws MalformedRequestException {
    Parameters parameters = Parameters.of(request, canonicalization, maxParameters);
    String path = path(request.path(), canonicalization);
    StringToSign text =
        new StringToSign(
            request, path, parameters, ContentMd5.of(request.body(), canonicalization.emptyBody()));
    text.findUncovered(canonicalization);
    return text;
  }

  private static String path(String raw, Canonicalization canonicalization)
      throws MalformedRequestException {
    String path = canonicalization.path() == Escapes.RAW ? raw : PercentDecoder.decodePath(raw);
    String strip = canonicalization.pathPrefixStrip();
    // whole segments only: /gate is no prefix of /gateway
    if (!strip.isEmpty()
        && path.startsWith(strip)
        && (path.length() == strip.length() || path.charAt(strip.length()) == '/')) {
      path = path.substring(strip.length());
    }
    return canonicalization.pathPrefixAdd() + path;
  }

  private void findUncovered(Canonicalization canonicalization) {
    boolean form = request.body() instanceof Body.Form;
    if (request.body() instanceof Body.Unsigned && request.body().length() > 0) {
      uncovered.add(Uncovered.BODY);
    }
    if (parameters.repeated()) {
      uncovered.add(Uncovered.REPEATED_PARAMETER);
    }
    if (form && couldBeMoved()) {
      uncovered.add(Uncovered.PARAMETER_PLACE);
    }
    if (ContentMd5.readsLikeNoBody(request.body())) {
      uncovered.add(Uncovered.NULL_BODY);
    }
    if (parameters.delimiterMet() && canonicalization.parameters() == Escapes.DECODED) {
      uncovered.add(Uncovered.DELIMITER);
    }
    if (canonicalization.path() == Escapes.DECODED && hidesDelimiter(request.path())) {
      uncovered.add(Uncovered.PATH_DELIMITER);
    }
  }

  /**
   * A form is told from its absence by the empty content MD5 alone, and only for PUT and POST:
   * there all parameters in the form are unambiguous, on other methods none is.
   */
  private boolean couldBeMoved() {
    boolean formShows =
        BodyTreatment.of(request.method(), ContentType.of(null)) == BodyTreatment.HASHED;
    return formShows ? hasQueryParameters() : !parameters.isEmpty();
  }

  private boolean hasQueryParameters() {
    String query = request.query();
    return query != null && !query.chars().allMatch(c -> c == '&');
  }

  private static boolean hidesDelimiter(String path) {
    String escapes = path.toUpperCase(Locale.ROOT);
    return escapes.contains("%3F") || escapes.contains("%2F");
  }

  /**
   * The text; of several readings the preferred one.
   *
   * @return method, content MD5 and URL
   */
  public String text() {
    return text(contentMd5.get(0));
  }

  /**
   * Every text that may have been signed for this request.
   *
   * @return one text, or two for an empty body of PUT or POST
   */
  public List<String> readings() {
    String tail = url();
    return contentMd5.stream().map(md5 -> text(md5, tail)).toList();
  }

  private String text(String md5) {
    return text(md5, url());
  }

  private String text(String md5, String url) {
    return String.join("\n", request.method().toUpperCase(Locale.ROOT), md5, url);
  }

  private String url() {
    StringBuilder url = new StringBuilder(path.length() + 64).append(path);
    parameters.appendTo(url);
    return url.toString();
  }

  /**
   * What could be changed in the request without changing the text.
   *
   * @return the parts, empty if there is none
   */
  public Set<Uncovered> uncovered() {
    return Set.copyOf(uncovered);
  }

  /**
   * The text for an operator's log: one line, line feeds and control characters made visible, long
   * values shortened.
   *
   * @param values whether parameter values are shown; otherwise they are masked
   * @return the escaped text
   */
  public String describe(boolean values) {
    StringBuilder url = new StringBuilder(path);
    parameters.appendTo(url, value -> values ? shortened(value) : "***");
    return Escaping.oneLine(text(String.join("|", contentMd5), url.toString()));
  }

  private static String shortened(String value) {
    return value.length() <= SHOWN_VALUE
        ? value
        : value.substring(0, SHOWN_VALUE) + "…(" + value.length() + " characters)";
  }

  /** The text with its parameter values masked. */
  @Override
  public String toString() {
    return describe(false);
  }
}
