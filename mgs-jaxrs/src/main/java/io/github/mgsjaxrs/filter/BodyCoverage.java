package io.github.mgsjaxrs.filter;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.mgsjaxrs.protocol.Canonicalization;
import io.github.mgsjaxrs.protocol.ContentType;
import io.github.mgsjaxrs.protocol.MalformedRequestException;
import io.github.mgsjaxrs.protocol.Uncovered;
import java.io.IOException;
import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.EnumSet;
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

  /** Nothing that one reader could take for the end of the value, and another not. */
  private static final Pattern BOUNDARY =
      Pattern.compile(
          ";[ \\t]*boundary=(?:\"([^\"\\\\]{1,200})\"|([^\\s\";,\\\\()]{1,200}))[ \\t]*(?:;|$)",
          Pattern.CASE_INSENSITIVE);

  /** Whatever somebody may take for the parameter; many boundaries have the word in them. */
  private static final Pattern DECLARATION =
      Pattern.compile("boundary[ \\t]*[*0-9]*[ \\t]*=", Pattern.CASE_INSENSITIVE);

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

  private static boolean isMultipart(RequestSnapshot request) {
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
    if (DECLARATION.matcher(contentType).results().count() != 1) {
      return null;
    }
    Matcher found = BOUNDARY.matcher(contentType);
    if (!found.find() || ContentType.isQuoted(contentType, found.start())) {
      return null;
    }
    String quoted = found.group(1);
    return quoted == null ? found.group(2) : quoted;
  }
}
