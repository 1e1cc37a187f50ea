package io.github.mgsjaxrs.tool;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.github.mgsjaxrs.internal.request.RequestLine;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A raw HTTP/1.1 request: request line, headers, an empty line, body. Lines may end in a line feed
 * alone, as editors write them; the body is taken byte by byte.
 *
 * @param method the method
 * @param target path and query as they were sent
 * @param headers all values by the header's name in lower case
 * @param body the body, decoded if it was chunked
 */
@SuppressWarnings("ArrayRecordComponent") // identity is never asked for
record RequestText(
    String method, RequestLine target, Map<String, List<String>> headers, byte[] body) {

  private static final String LENGTH = "content-length";
  private static final String CODING = "transfer-encoding";

  static RequestText of(byte[] raw) {
    List<String> lines = new ArrayList<>();
    int at = 0;
    for (String line = null; line == null || !line.isEmpty(); ) {
      int end = at;
      while (end < raw.length && raw[end] != '\n') {
        end++;
      }
      if (end == raw.length && end == at) {
        // a request without a body may end without its empty line
        break;
      }
      int last = end > at && raw[end - 1] == '\r' ? end - 1 : end;
      line = new String(raw, at, last - at, ISO_8859_1);
      lines.add(line);
      at = Math.min(end + 1, raw.length);
    }
    if (lines.isEmpty() || lines.get(0).isEmpty()) {
      throw unreadable("it is empty, or its first line is");
    }
    Map<String, List<String>> headers = headers(lines);
    String[] start = lines.get(0).split(" ", -1);
    if (start.length != 3 || !start[2].startsWith("HTTP/1.") || start[0].isEmpty()) {
      throw unreadable("its first line is not METHOD, target and HTTP/1.1 with one space between");
    }
    byte[] rest = Arrays.copyOfRange(raw, at, raw.length);
    return new RequestText(start[0], target(start[1]), headers, body(headers, rest));
  }

  private static UnusableException unreadable(String found) {
    return new UnusableException(
        "The request cannot be read: "
            + found
            + ". Give a raw HTTP/1.1 request: request line, headers, an empty line, body");
  }

  private static Map<String, List<String>> headers(List<String> lines) {
    Map<String, List<String>> headers = new LinkedHashMap<>();
    for (String line : lines.subList(1, lines.size())) {
      int colon = line.indexOf(':');
      if (line.isEmpty()) {
        break;
      }
      if (colon <= 0 || Character.isWhitespace(line.charAt(0))) {
        throw unreadable("a header line has no name and colon: '" + shortened(line) + "'");
      }
      headers
          .computeIfAbsent(
              line.substring(0, colon).strip().toLowerCase(Locale.ROOT), name -> new ArrayList<>())
          .add(line.substring(colon + 1).strip());
    }
    return headers;
  }

  private static String shortened(String line) {
    return line.length() > 40 ? line.substring(0, 40) + "…" : line;
  }

  private static RequestLine target(String sent) {
    String target = sent;
    int scheme = sent.indexOf("://");
    if (scheme > 0 && !sent.startsWith("/")) {
      int path = sent.indexOf('/', scheme + 3);
      target = path < 0 ? "/" : sent.substring(path);
    }
    if (!target.startsWith("/") && !target.equals("*")) {
      throw unreadable("its target '" + shortened(sent) + "' does not start with a slash");
    }
    int question = target.indexOf('?');
    return new RequestLine(
        question < 0 ? target : target.substring(0, question),
        question < 0 ? null : target.substring(question + 1),
        false);
  }

  private static byte[] body(Map<String, List<String>> headers, byte[] rest) {
    if (headers.getOrDefault(CODING, List.of()).stream()
        .anyMatch(coding -> coding.toLowerCase(Locale.ROOT).endsWith("chunked"))) {
      return ChunkedBody.decoded(rest);
    }
    List<String> lengths = headers.getOrDefault(LENGTH, List.of());
    if (lengths.size() == 1 && lengths.get(0).matches("\\d{1,9}")) {
      int length = Integer.parseInt(lengths.get(0));
      // an editor's line end behind the body is none of it
      if (length < rest.length && isLineEnd(rest, length)) {
        return Arrays.copyOf(rest, length);
      }
    }
    return rest;
  }

  private static boolean isLineEnd(byte[] rest, int from) {
    for (int i = from; i < rest.length; i++) {
      if (rest[i] != '\r' && rest[i] != '\n') {
        return false;
      }
    }
    return rest.length - from <= 2;
  }
}
