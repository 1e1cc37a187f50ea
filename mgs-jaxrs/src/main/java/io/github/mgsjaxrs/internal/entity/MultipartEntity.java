package io.github.mgsjaxrs.internal.entity;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.mgsjaxrs.internal.request.HeaderParameters;
import jakarta.servlet.http.Part;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Finds the parts of a kept {@code multipart/form-data} entity, as RFC 2046 (section 5.1.1) and RFC
 * 7578 lay it out. The entity was verified before, and its parts stay where they are: only headers
 * are copied.
 */
public final class MultipartEntity {

  /** Of a header; of a line of content no more has to be known than whether it is a delimiter. */
  private static final int LONGEST_LINE = 8 * 1024;

  /** As many as the common containers admit; each takes some hundred bytes besides the entity. */
  private static final int MOST_PARTS = 10_000;

  /** Of all parts together. */
  private static final int MOST_HEADERS = 4 * MOST_PARTS;

  /** Of all headers together: they are copied out of what may lie in a file. */
  private static final int MOST_HEADER_CHARACTERS = 1024 * 1024;

  /** A line without its end, or the beginning of a long one. */
  private record Line(String text, boolean isCut, long end) {}

  private final ReplayableEntity entity;
  private final String delimiter;
  private final InputStream in;
  private long position;
  private int headerCount;
  private int headerCharacters;

  private MultipartEntity(ReplayableEntity entity, String boundary) {
    this.entity = entity;
    this.delimiter = "--" + boundary;
    this.in = new BufferedInputStream(new ReplayStream(entity));
  }

  /**
   * Reads an entity once, to find its parts.
   *
   * @param entity the whole entity
   * @param contentType the request's, which declares the boundary
   * @return the parts in their order
   * @throws IOException if the entity is not laid out as it should be, cannot be read, or has more
   *     parts or headers than anybody expects
   */
  public static List<Part> parts(ReplayableEntity entity, String contentType) throws IOException {
    String boundary = HeaderParameters.of(contentType).get("boundary");
    if (boundary == null || boundary.isEmpty()) {
      throw new IOException("The Content-Type of a multipart entity declares no boundary");
    }
    return new MultipartEntity(entity, boundary).parts();
  }

  private List<Part> parts() throws IOException {
    List<Part> parts = new ArrayList<>();
    Line line = line();
    while (!isDelimiter(line)) {
      line = line();
    }
    while (!isLast(line)) {
      requireAtMost(MOST_PARTS, parts.size() + 1, "parts");
      SortedMap<String, List<String>> headers = headers();
      long from = position;
      long to = from;
      line = line();
      while (!isDelimiter(line)) {
        // the line's end before a delimiter belongs to the delimiter
        to = line.end();
        line = line();
      }
      parts.add(new ReplayedPart(entity, headers, from, to));
    }
    return parts;
  }

  private SortedMap<String, List<String>> headers() throws IOException {
    SortedMap<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    for (Line line = line(); !line.text().isEmpty(); line = line()) {
      String text = line.text();
      int colon = text.indexOf(':');
      if (colon <= 0 || line.isCut()) {
        throw new IOException("A part of a multipart entity has a header that is none");
      }
      requireAtMost(MOST_HEADERS, ++headerCount, "headers");
      headerCharacters += text.length();
      requireAtMost(MOST_HEADER_CHARACTERS, headerCharacters, "characters in its headers");
      headers
          .computeIfAbsent(text.substring(0, colon).strip(), name -> new ArrayList<>())
          .add(text.substring(colon + 1).strip());
    }
    return headers;
  }

  private static void requireAtMost(int most, int found, String what) throws IOException {
    if (found > most) {
      throw new IOException("A multipart entity has more than " + most + " " + what);
    }
  }

  private boolean isDelimiter(Line line) {
    return isLast(line) || reads(line, delimiter);
  }

  private boolean isLast(Line line) {
    return reads(line, delimiter + "--");
  }

  private static boolean reads(Line line, String text) {
    return !line.isCut() && line.text().stripTrailing().equals(text);
  }

  private Line line() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    long start = position;
    int last = -1;
    int next = next();
    while (next >= 0 && next != '\n') {
      if (bytes.size() < LONGEST_LINE) {
        bytes.write(next);
      }
      last = next;
      next = next();
    }
    if (position == start) {
      throw new IOException("A multipart entity ends without its last delimiter");
    }
    long end = next == '\n' ? position - 1 : position;
    if (next == '\n' && last == '\r') {
      end--;
    }
    int kept = (int) Math.min(bytes.size(), end - start);
    return new Line(
        new String(bytes.toByteArray(), 0, kept, UTF_8), end - start > LONGEST_LINE, end);
  }

  private int next() throws IOException {
    int next = in.read();
    if (next >= 0) {
      position++;
    }
    return next;
  }
}
