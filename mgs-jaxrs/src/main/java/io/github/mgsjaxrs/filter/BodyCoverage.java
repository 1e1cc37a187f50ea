package io.github.mgsjaxrs.filter;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.regex.Pattern.CASE_INSENSITIVE;

import io.github.mgsjaxrs.protocol.Canonicalization;
import io.github.mgsjaxrs.protocol.ContentType;
import io.github.mgsjaxrs.protocol.MalformedRequestException;
import io.github.mgsjaxrs.protocol.Uncovered;
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
final class BodyCoverage {

  private static final String MULTIPART = "multipart/";
  private static final String BOUNDARY = "boundary";

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
   * @param choices which charset is known to be signed
   * @param storage where the entity lies
   * @return the parts; empty for nearly every request
   * @throws RefusalException if the entity cannot be read
   */
  static Set<Uncovered> uncovered(
      RequestSnapshot request,
      ReplayableEntity entity,
      Canonicalization choices,
      EntityStorage storage)
      throws RefusalException {
    if (entity.length() == 0 || (request.contentTypes().isEmpty() && !request.encoded())) {
      return Set.of();
    }
    boolean parts = isMultipart(request) && !beginsWithBoundary(request, entity, storage);
    boolean coded =
        !request.contentType().isForm()
            && (request.encoded() || hasOtherCharset(request.contentType(), choices));
    if (!parts && !coded) {
      return Set.of();
    }
    Set<Uncovered> uncovered = EnumSet.noneOf(Uncovered.class);
    if (parts) {
      uncovered.add(Uncovered.PARTS);
    }
    if (coded) {
      uncovered.add(Uncovered.ENCODING);
    }
    return uncovered;
  }

  private static boolean hasOtherCharset(ContentType type, Canonicalization choices) {
    try {
      Charset declared = type.charset();
      return declared != null && !declared.equals(UTF_8) && !declared.equals(choices.charset());
    } catch (MalformedRequestException unreadable) {
      return true;
    }
  }

  static boolean isMultipart(RequestSnapshot request) {
    for (String type : request.contentTypes()) {
      if (type.strip().regionMatches(true, 0, MULTIPART, 0, MULTIPART.length())) {
        return true;
      }
    }
    return false;
  }

  private static boolean beginsWithBoundary(
      RequestSnapshot request, ReplayableEntity entity, EntityStorage storage)
      throws RefusalException {
    String boundary = boundary(request.contentTypes().get(0));
    if (boundary == null) {
      return false;
    }
    byte[] delimiter = ("--" + boundary).getBytes(ISO_8859_1);
    if (entity.length() < delimiter.length + 2) {
      return false;
    }
    try {
      // one more character would be another boundary, which this one begins
      byte[] start = entity.copy(0, delimiter.length + 2);
      return Arrays.equals(start, 0, delimiter.length, delimiter, 0, delimiter.length)
          && (endsWith(start, '\r', '\n') || endsWith(start, '-', '-'));
    } catch (IOException failed) {
      throw storage.unreadable(failed);
    }
  }

  private static boolean endsWith(byte[] bytes, char last, char veryLast) {
    return bytes[bytes.length - 2] == last && bytes[bytes.length - 1] == veryLast;
  }

  /** The boundary; null where there is none, or another one to somebody else. */
  static @Nullable String boundary(String contentType) {
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
