package io.github.mgsjaxrs.backend.protocol;

import io.github.mgsjaxrs.Coverage.Uncovered;
import io.github.mgsjaxrs.Verified.SignedText;
import io.github.mgsjaxrs.backend.protocol.Canonicalization.EmptyBody;
import io.github.mgsjaxrs.backend.protocol.Canonicalization.Escapes;
import io.github.mgsjaxrs.internal.request.Escaping;
import io.github.mgsjaxrs.internal.request.PercentDecoder;
import io.github.mgsjaxrs.internal.request.SentQuery;
import io.github.mgsjaxrs.request.ContentType;
import io.github.mgsjaxrs.request.MalformedRequestException;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

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
public final class StringToSign implements SignedText {

  private static final int SHOWN_VALUE = 64;

  private final SignedRequest request;
  private final Canonicalization canonicalization;
  private final List<String> contentMd5;
  private final String text;
  private final Set<Uncovered> uncovered;
  private final @Nullable String twoValues;

  private StringToSign(
      SignedRequest request,
      Canonicalization canonicalization,
      List<String> contentMd5,
      String text,
      Set<Uncovered> uncovered,
      @Nullable String twoValues) {
    this.request = request;
    this.canonicalization = canonicalization;
    this.contentMd5 = contentMd5;
    this.text = text;
    this.uncovered = uncovered;
    this.twoValues = twoValues;
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
    try (Parameters parameters = Parameters.of(request, canonicalization, maxParameters)) {
      List<String> contentMd5 = ContentMd5.of(request.body(), canonicalization.emptyBody());
      String path = path(request.path(), canonicalization);
      return new StringToSign(
          request,
          canonicalization,
          contentMd5,
          parameters.textBehind(request.method().toUpperCase(Locale.ROOT), contentMd5.get(0), path),
          uncovered(request, canonicalization, parameters),
          parameters.twoValues());
    }
  }

  private static String path(String raw, Canonicalization canonicalization)
      throws MalformedRequestException {
    String path = unescaped(raw, canonicalization);
    String strip = canonicalization.pathPrefixStrip();
    if (!strip.isEmpty() && startsWith(path, strip)) {
      path = path.substring(strip.length());
    }
    String add = canonicalization.pathPrefixAdd();
    return add.isEmpty() ? path : add + path;
  }

  private static String unescaped(String raw, Canonicalization canonicalization)
      throws MalformedRequestException {
    return canonicalization.path() == Escapes.RAW ? raw : PercentDecoder.decodePath(raw);
  }

  /** Whole segments only: /gate is no prefix of /gateway. */
  private static boolean startsWith(String path, String prefix) {
    return path.startsWith(prefix)
        && (path.length() == prefix.length() || path.charAt(prefix.length()) == '/');
  }

  /** Whether another path would be signed alike, as the prefix is missing, or there already. */
  private static boolean hasOtherPrefix(String raw, Canonicalization canonicalization)
      throws MalformedRequestException {
    String strip = canonicalization.pathPrefixStrip();
    String add = canonicalization.pathPrefixAdd();
    if (strip.isEmpty() && add.isEmpty()) {
      return false;
    }
    String path = unescaped(raw, canonicalization);
    return (!strip.isEmpty() && !startsWith(path, strip))
        || (!add.isEmpty() && startsWith(path, add));
  }

  private static Set<Uncovered> uncovered(
      SignedRequest request, Canonicalization canonicalization, Parameters parameters)
      throws MalformedRequestException {
    boolean body = request.body() instanceof Body.Unsigned && request.body().length() > 0;
    boolean place = couldBeMoved(request, canonicalization.emptyBody(), parameters);
    boolean nullBody = ContentMd5.readsLikeNoBody(request.body(), canonicalization.emptyBody());
    boolean delimiter =
        parameters.delimiterMet() && canonicalization.parameters() == Escapes.DECODED;
    boolean pathDelimiter =
        canonicalization.path() == Escapes.DECODED && hidesReserved(request.path());
    boolean prefix = hasOtherPrefix(request.path(), canonicalization);
    if (!body
        && !parameters.repeated()
        && !place
        && !nullBody
        && !delimiter
        && !pathDelimiter
        && !prefix) {
      return Set.of(); // nearly every request; two values and two spellings are repeated ones
    }
    Set<Uncovered> uncovered = EnumSet.noneOf(Uncovered.class);
    addIf(body, Uncovered.BODY, uncovered);
    addIf(parameters.repeated(), Uncovered.REPEATED_PARAMETER, uncovered);
    addIf(parameters.twoValues() != null, Uncovered.OTHER_VALUE, uncovered);
    addIf(parameters.spelledInTwoWays(), Uncovered.OTHER_SPELLING, uncovered);
    addIf(place, Uncovered.PARAMETER_PLACE, uncovered);
    addIf(nullBody, Uncovered.NULL_BODY, uncovered);
    addIf(delimiter, Uncovered.DELIMITER, uncovered);
    addIf(pathDelimiter, Uncovered.PATH_DELIMITER, uncovered);
    addIf(prefix, Uncovered.PATH_PREFIX, uncovered);
    return Collections.unmodifiableSet(uncovered); // in their order, so that it is told alike
  }

  private static void addIf(boolean is, Uncovered part, Set<Uncovered> uncovered) {
    if (is) {
      uncovered.add(part);
    }
  }

  /**
   * A form is told from its absence by the empty content MD5 alone, and only for PUT and POST:
   * there all parameters in the form are unambiguous, on other methods none is. Where that of no
   * body is empty, too, nothing tells them apart.
   */
  private static boolean couldBeMoved(
      SignedRequest request, EmptyBody emptyBody, Parameters parameters) {
    boolean asForm = emptyBody == EmptyBody.UNSIGNED;
    if (!(request.body() instanceof Body.Form)) {
      return asForm
          && request.body() instanceof Body.Hashed hashed
          && hashed.length() == 0
          && hasQueryParameters(request.query());
    }
    boolean formShows =
        !asForm && BodyTreatment.of(request.method(), ContentType.of(null)) == BodyTreatment.HASHED;
    return formShows ? hasQueryParameters(request.query()) : !parameters.isEmpty();
  }

  private static boolean hasQueryParameters(@Nullable String query) {
    return query != null && !query.chars().allMatch(c -> c == '&');
  }

  /**
   * Whether an escape stands for a character of ASCII that a path may read as more than itself: a
   * delimiter, a matrix parameter, a dot of {@code ..}, or a percent sign of the next escape.
   */
  private static boolean hidesReserved(String path) {
    for (int i = path.indexOf('%'); i >= 0 && i + 2 < path.length(); i = path.indexOf('%', i + 1)) {
      int decoded =
          Character.digit(path.charAt(i + 1), 16) << 4 | Character.digit(path.charAt(i + 2), 16);
      // a dot is unreserved, but means something where it stands alone
      if (decoded == '.'
          || (decoded >= 0 && decoded < 0x80 && !SentQuery.isUnreserved((char) decoded))) {
        return true;
      }
    }
    return false;
  }

  /**
   * The text; of several readings the preferred one.
   *
   * @return method, content MD5 and URL
   */
  public String text() {
    return text;
  }

  /**
   * Every text that may have been signed for this request.
   *
   * @return one text, or two for an empty body of PUT or POST
   */
  public List<String> readings() {
    if (contentMd5.size() == 1) {
      return List.of(text);
    }
    String preferred = contentMd5.get(0);
    int line = text.indexOf('\n') + 1;
    String method = text.substring(0, line);
    String url = text.substring(line + preferred.length());
    return contentMd5.stream().map(md5 -> method + md5 + url).toList();
  }

  @Override
  public Set<Uncovered> uncovered() {
    return uncovered;
  }

  @Override
  public String describe(Uncovered part) {
    return part == Uncovered.OTHER_VALUE && twoValues != null
        ? "the parameter '"
            + Escaping.oneLine(twoValues)
            + "', which has one value in the query and another in the form"
        : part.description();
  }

  @Override
  public String describe(boolean values) {
    StringBuilder shown = new StringBuilder();
    shown.append(request.method().toUpperCase(Locale.ROOT)).append('\n');
    shown.append(String.join("|", contentMd5)).append('\n');
    try (Parameters parameters = Parameters.of(request, canonicalization, Integer.MAX_VALUE)) {
      shown.append(path(request.path(), canonicalization));
      char separator = '?';
      for (Parameter parameter : parameters.list()) {
        shown.append(separator).append(parameter.name());
        separator = '&';
        if (parameter.assigned()) {
          shown.append('=').append(values ? shortened(parameter.value()) : "***");
        }
      }
    } catch (MalformedRequestException changed) {
      throw new IllegalStateException("The form was changed since it was read", changed);
    }
    return Escaping.oneLine(shown.toString());
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
