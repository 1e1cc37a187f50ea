package io.github.mgsjaxrs.tool;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.mgsjaxrs.backend.protocol.SignedRequest;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A request that is to be signed.
 *
 * @param method the method
 * @param origin scheme, host and port; empty where only a path was given
 * @param path the path, percent-encoded
 * @param query the query without its question mark, or null
 * @param contentType of the body, or null
 * @param body its bytes; empty if there is none
 */
@SuppressWarnings("ArrayRecordComponent") // identity is never asked for
record OutgoingRequest(
    String method,
    String origin,
    String path,
    @Nullable String query,
    @Nullable String contentType,
    byte[] body) {

  private static final Pattern URL =
      Pattern.compile("(https?://[^/?#\\s]+)?(/[^?#\\s]*)?(?:\\?([^#\\s]*))?");
  private static final String DEFAULT_ORIGIN = "http://localhost:8080";

  static OutgoingRequest of(
      String method, String url, @Nullable String contentType, byte @Nullable [] body) {
    Matcher parts = URL.matcher(url);
    if (!parts.matches() || (parts.group(1) == null && parts.group(2) == null)) {
      throw new UnusableException(
          "'"
              + url
              + "' is no URL: give http://host/path?query, or a path that starts with a"
              + " slash, percent-encoded and without a fragment");
    }
    if (!method.matches("[A-Z]+")) {
      throw new UnusableException(
          "'" + method + "' is no method: give one in upper case, such as POST");
    }
    String path = parts.group(2);
    return new OutgoingRequest(
        method,
        parts.group(1) == null ? "" : parts.group(1),
        path == null ? "/" : path,
        parts.group(3),
        contentType,
        body == null ? new byte[0] : body);
  }

  /** The same with another query. */
  OutgoingRequest withQuery(String other) {
    return new OutgoingRequest(method, origin, path, other, contentType, body);
  }

  /** The URL, or the path where no origin was given. */
  String url() {
    return origin + target();
  }

  SignedRequest signed() {
    return SignedRequest.of(method, path, query, contentType, body);
  }

  private String target() {
    return query == null ? path : path + "?" + query;
  }

  /** The request as it stands on the wire. */
  byte[] raw(Map<String, String> signature) {
    String from = origin.isEmpty() ? DEFAULT_ORIGIN : origin;
    StringBuilder head = new StringBuilder(method + " " + target() + " HTTP/1.1\r\n");
    if (signature.keySet().stream().noneMatch("Host"::equalsIgnoreCase)) {
      head.append("Host: ").append(from.substring(from.indexOf("://") + 3)).append("\r\n");
    }
    signature.forEach((name, value) -> head.append(name + ": " + value + "\r\n"));
    if (contentType != null) {
      head.append("Content-Type: " + contentType + "\r\nContent-Length: " + body.length + "\r\n");
    }
    ByteArrayOutputStream raw = new ByteArrayOutputStream();
    raw.writeBytes(head.append("\r\n").toString().getBytes(UTF_8));
    raw.writeBytes(body);
    return raw.toByteArray();
  }

  /** A command for a POSIX shell; the body is sent from its file. */
  String curl(Map<String, String> signature, @Nullable String bodyFile) {
    List<String> words = new ArrayList<>(List.of("curl", "-i"));
    if (method.equals("HEAD")) {
      words.add("--head");
    } else if (!method.equals("GET") || bodyFile != null) {
      words.addAll(List.of("-X", method));
    }
    words.add(quoted((origin.isEmpty() ? DEFAULT_ORIGIN : origin) + target()));
    if (path.contains("/.") || target().matches(".*[\\[\\]{}].*")) {
      words.addAll(List.of("--path-as-is", "--globoff"));
    }
    signature.forEach((name, value) -> words.addAll(List.of("-H", quoted(header(name, value)))));
    if (contentType != null && bodyFile != null) {
      words.addAll(List.of("-H", quoted("Content-Type: " + contentType)));
      words.addAll(List.of("--data-binary", quoted("@" + bodyFile)));
    }
    return String.join(" ", words);
  }

  /** By a semicolon curl sends an empty value; behind a colon it would leave the header out. */
  private static String header(String name, String value) {
    return value.isEmpty() ? name + ";" : name + ": " + value;
  }

  private static String quoted(String word) {
    return "'" + word.replace("'", "'\\''") + "'";
  }
}
