package io.github.mgsjaxrs.internal.scheme;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.regex.Pattern.CASE_INSENSITIVE;
import static java.util.regex.Pattern.MULTILINE;

import io.github.mgsjaxrs.Coverage.Uncovered;
import io.github.mgsjaxrs.internal.entity.EntityStorage;
import io.github.mgsjaxrs.internal.entity.RefusalException;
import io.github.mgsjaxrs.internal.entity.ReplayableEntity;
import io.github.mgsjaxrs.internal.request.RequestSnapshot;
import io.github.mgsjaxrs.request.ContentType;
import io.github.mgsjaxrs.request.MalformedRequestException;
import java.io.IOException;
import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the headers of an entity make of its bytes, and no signature covers: the boundary of its
 * parts, its charset, its coding.
 */
public final class BodyCoverage {

  private static final String MULTIPART = "multipart";
  private static final String FORM = "x-www-form-urlencoded";
  private static final String BOUNDARY = "boundary";
  private static final String START = "start";

  /** In bytes; what names a part that has more of them is refused. */
  private static final int MOST_OF_HEADERS = 8192;

  private static final Pattern CONTENT_ID =
      Pattern.compile(
          "^content-id:[ \\t]*([^\\s\\p{Cntrl}]+)[ \\t]*\\r\\n(?![ \\t])",
          CASE_INSENSITIVE | MULTILINE);

  private static final Pattern TYPE =
      Pattern.compile("[ \\t]*multipart/[a-z0-9.+-]+", CASE_INSENSITIVE);

  /**
   * Nothing that one reader could take for the end of a name or value, and another not: no
   * comments, escapes, control characters, and no parameter without a value.
   */
  private static final Pattern PARAMETER =
      Pattern.compile(
          "[ \\t]*;[ \\t]*([A-Za-z0-9_.-]+)="
              + "(?:\"([^\"\\\\\\p{Cntrl}]{0,200})\"|([^\\p{Cntrl} \";,\\\\()]{1,200}))");

  /** What no token has in it (RFC 9110, section 5.6.2), and the wildcard. */
  private static final String NO_TOKEN = "\"(),/:;<=>?@[\\]{}*";

  private static final Pattern END = Pattern.compile("[ \\t]*;?[ \\t]*");

  /** Whatever somebody may find who only looks for the word; many boundaries have it in them. */
  private static final Pattern DECLARATION =
      Pattern.compile("boundary[^a-z0-9]*=", CASE_INSENSITIVE);

  private BodyCoverage() {}

  /**
   * Tells what is not covered.
   *
   * @param request the headers
   * @param entity the bytes
   * @param configured a charset that bodies are signed in, besides UTF-8; null if there is none
   * @param formsWithoutType whether the runtime reads a form where there is no Content-Type
   * @param storage where the entity lies
   * @return the parts; empty for nearly every request
   * @throws RefusalException if the entity cannot be read
   */
  public static Set<Uncovered> uncovered(
      RequestSnapshot request,
      ReplayableEntity entity,
      @Nullable Charset configured,
      boolean formsWithoutType,
      EntityStorage storage)
      throws RefusalException {
    if (entity.length() == 0) {
      return Set.of();
    }
    boolean type =
        request.contentTypes().isEmpty() ? formsWithoutType : mayBeTakenForAnother(request);
    boolean parts = isMultipart(request) && !beginsWithBoundary(request, entity, storage);
    boolean coded =
        !request.contentType().isForm()
            && (request.encoded() || hasOtherCharset(request.contentType(), configured));
    if (!type && !parts && !coded) {
      return Set.of();
    }
    Set<Uncovered> uncovered = EnumSet.noneOf(Uncovered.class);
    if (type) {
      uncovered.add(Uncovered.CONTENT_TYPE);
    }
    if (parts) {
      uncovered.add(Uncovered.PARTS);
    }
    if (coded) {
      uncovered.add(Uncovered.ENCODING);
    }
    return uncovered;
  }

  /**
   * Whether somebody may read a form, or parts, where another body was signed: some compare types
   * by how they begin, some without blanks, some look for one in the whole header, and to some a
   * wildcard fits them all, or whatever has no slash.
   */
  private static boolean mayBeTakenForAnother(RequestSnapshot request) {
    for (String header : request.contentTypes()) {
      int form = indexOf(FORM, header, 0);
      if (!isOneType(header)
          || (form >= 0
              && (!ContentType.of(header).isForm() || indexOf(FORM, header, form + 1) >= 0))) {
        return true;
      }
    }
    return false;
  }

  /** A type and a subtype (RFC 9110, section 8.3.1), neither of them a wildcard. */
  private static boolean isOneType(String header) {
    int slash = endOfToken(header, endOfBlanks(header, 0));
    if (slash == endOfBlanks(header, 0)
        || slash == header.length()
        || header.charAt(slash) != '/') {
      return false;
    }
    int end = endOfToken(header, slash + 1);
    int behind = endOfBlanks(header, end);
    return end > slash + 1 && (behind == header.length() || header.charAt(behind) == ';');
  }

  private static int endOfToken(String header, int from) {
    int at = from;
    while (at < header.length() && isOfToken(header.charAt(at))) {
      at++;
    }
    return at;
  }

  private static boolean isOfToken(char c) {
    return c > ' ' && c < 0x7F && NO_TOKEN.indexOf(c) < 0;
  }

  private static int endOfBlanks(String header, int from) {
    int at = from;
    while (at < header.length() && (header.charAt(at) == ' ' || header.charAt(at) == '\t')) {
      at++;
    }
    return at;
  }

  /** In upper case or lower. */
  private static int indexOf(String word, String header, int from) {
    for (int i = from; i <= header.length() - word.length(); i++) {
      if (header.regionMatches(true, i, word, 0, word.length())) {
        return i;
      }
    }
    return -1;
  }

  private static boolean hasWildcard(String header) {
    int wildcard = header.indexOf('*');
    int semicolon = header.indexOf(';');
    return wildcard >= 0 && (semicolon < 0 || wildcard < semicolon);
  }

  private static boolean hasOtherCharset(ContentType type, @Nullable Charset configured) {
    try {
      Charset declared = type.charset();
      return declared != null && !declared.equals(UTF_8) && !declared.equals(configured);
    } catch (MalformedRequestException unreadable) {
      return true;
    }
  }

  /**
   * Whether somebody may read parts: CXF looks for the types that it knows in the whole header, and
   * without blanks.
   */
  public static boolean isMultipart(RequestSnapshot request) {
    for (String header : request.contentTypes()) {
      if (hasWildcard(header)) {
        return true;
      }
      for (int i = indexOf(MULTIPART, header, 0); i >= 0; i = indexOf(MULTIPART, header, i + 1)) {
        if (isBehindBlanks('/', header, i + MULTIPART.length())) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean isBehindBlanks(char expected, String header, int from) {
    int at = from;
    while (at < header.length() && header.charAt(at) <= ' ') {
      at++;
    }
    return at < header.length() && header.charAt(at) == expected;
  }

  private static boolean beginsWithBoundary(
      RequestSnapshot request, ReplayableEntity entity, EntityStorage storage)
      throws RefusalException {
    String boundary = boundary(request.contentTypes().get(0));
    if (boundary == null) {
      return false;
    }
    try {
      String first = firstLine("--" + boundary + "\r\n", entity);
      return (first != null && isFirst(request.contentTypes().get(0), entity, first.length()))
          || isNothingBut(entity, "--" + boundary + "--");
    } catch (IOException failed) {
      throw storage.unreadable(failed);
    }
  }

  /**
   * The first delimiter as it stands there; null where the body begins with anything else. The line
   * end that a delimiter begins with may be there as well, behind an empty preamble (RFC 2046,
   * section 5.1.1): the client of CXF sends it, and no body begins in both ways.
   */
  private static @Nullable String firstLine(String delimiter, ReplayableEntity entity)
      throws IOException {
    if (begins(entity, delimiter)) {
      return delimiter;
    }
    String behindPreamble = "\r\n" + delimiter;
    return begins(entity, behindPreamble) ? behindPreamble : null;
  }

  /** With the end of its line: one more character would be another boundary. */
  private static boolean begins(ReplayableEntity entity, String line) throws IOException {
    byte[] expected = line.getBytes(ISO_8859_1);
    return entity.length() >= expected.length
        && Arrays.equals(entity.copy(0, expected.length), expected);
  }

  /**
   * The last delimiter, of no parts at all. Where anything follows, a longer boundary may have been
   * meant, of which the hyphens are a part.
   */
  private static boolean isNothingBut(ReplayableEntity entity, String line) throws IOException {
    return (entity.length() == line.length() && begins(entity, line))
        || (entity.length() == line.length() + 2 && begins(entity, line + "\r\n"));
  }

  /**
   * Whether the part that is to be read first is the first one, or none is named: of the same parts
   * {@code start} of {@code multipart/related} (RFC 2387, section 3.2) would make others of
   * RESTEasy.
   */
  private static boolean isFirst(String contentType, ReplayableEntity entity, int at)
      throws IOException {
    String start = null;
    Matcher parameter = PARAMETER.matcher(contentType);
    while (parameter.find()) {
      if (parameter.group(1).equalsIgnoreCase(START)) {
        if (start != null) {
          return false;
        }
        start = parameter.group(2) == null ? parameter.group(3) : parameter.group(2);
      }
    }
    if (start == null) {
      return true;
    }
    int most = (int) Math.min(MOST_OF_HEADERS, entity.length() - at);
    String head = new String(entity.copy(at, most), ISO_8859_1);
    int end = head.indexOf("\r\n\r\n");
    Matcher id = CONTENT_ID.matcher(end < 0 ? "" : head.substring(0, end + 2));
    boolean named = id.find() && id.group(1).equals(start);
    return named && !id.find() && standsOnce(withoutBrackets(start), entity);
  }

  private static String withoutBrackets(String id) {
    return id.startsWith("<") && id.endsWith(">") ? id.substring(1, id.length() - 1) : id;
  }

  /** Of two parts with one id, RESTEasy takes the last. */
  private static boolean standsOnce(String id, ReplayableEntity entity) throws IOException {
    int found = 0;
    long next = 0;
    for (long from = 0; from < entity.length(); from += MOST_OF_HEADERS) {
      int count = (int) Math.min(MOST_OF_HEADERS + id.length() - 1, entity.length() - from);
      String window = new String(entity.copy(from, count), ISO_8859_1);
      for (int i = window.indexOf(id); i >= 0; i = window.indexOf(id, i + 1)) {
        if (from + i >= next) {
          found++;
          next = from + i + 1;
        }
      }
    }
    return found == 1;
  }

  /** The boundary; null where there is none, or another one to somebody else. */
  public static @Nullable String boundary(String contentType) {
    Matcher type = TYPE.matcher(contentType);
    if (DECLARATION.matcher(contentType).results().count() != 1 || !type.lookingAt()) {
      return null;
    }
    String boundary = null;
    int at = type.end();
    Matcher parameter = PARAMETER.matcher(contentType);
    while (parameter.region(at, contentType.length()).lookingAt()) {
      String quoted = parameter.group(2);
      String value = quoted == null ? parameter.group(3) : quoted;
      if (parameter.group(1).equals(BOUNDARY)) {
        boundary = value;
      } else if (hasTheWord(parameter.group(1)) || hasTheWord(value)) {
        return null;
      }
      at = parameter.end();
    }
    boolean whole = END.matcher(contentType).region(at, contentType.length()).matches();
    return whole && boundary != null && !boundary.isEmpty() ? boundary : null;
  }

  private static boolean hasTheWord(String text) {
    return text.toLowerCase(Locale.ROOT).contains(BOUNDARY);
  }
}
