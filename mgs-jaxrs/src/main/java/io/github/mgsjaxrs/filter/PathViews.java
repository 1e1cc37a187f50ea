package io.github.mgsjaxrs.filter;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * All the ways in which somebody below or above may read a path: as it was sent, and with matrix
 * parameters dropped, escapes decoded and {@code //}, {@code .} and {@code ..} resolved.
 *
 * <p>Which of them a runtime matches resources by differs; protection looks at all of them.
 */
final class PathViews {

  private PathViews() {}

  static Set<String> of(String raw) {
    Set<String> views = new LinkedHashSet<>();
    views.add(withoutTrailingSlash(raw));
    if (raw.indexOf('%') >= 0
        || raw.indexOf(';') >= 0
        || raw.contains("//")
        || raw.contains("/.")) {
      String dropped = withoutMatrix(raw);
      views.add(withoutTrailingSlash(dropped));
      String decoded = decoded(dropped);
      views.add(resolved(decoded));
      // an escaped semicolon is data to most, and a matrix parameter to some
      views.add(resolved(withoutMatrix(decoded)));
    }
    return views;
  }

  private static String withoutTrailingSlash(String path) {
    return path.length() > 1 && path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
  }

  private static String withoutMatrix(String path) {
    StringBuilder kept = new StringBuilder(path.length());
    boolean inMatrix = false;
    for (int i = 0; i < path.length(); i++) {
      char c = path.charAt(i);
      inMatrix = c == ';' || (inMatrix && c != '/');
      if (!inMatrix) {
        kept.append(c);
      }
    }
    return kept.toString();
  }

  /** Whether two paths are the same once their escapes are decoded. */
  static boolean haveSameBytes(String one, String other) {
    return Arrays.equals(bytes(one).toByteArray(), bytes(other).toByteArray());
  }

  /** Whether two paths are the same to somebody who decodes and resolves all that there is. */
  static boolean areResolvedAlike(String one, String other) {
    return resolved(decoded(withoutMatrix(one))).equals(resolved(decoded(withoutMatrix(other))));
  }

  /** Decodes once; a broken escape stays, as it matches nothing then. */
  static String decoded(String path) {
    return bytes(path).toString(UTF_8);
  }

  private static ByteArrayOutputStream bytes(String path) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(path.length());
    for (int i = 0; i < path.length(); i++) {
      char c = path.charAt(i);
      int high = c == '%' && i + 2 < path.length() ? Character.digit(path.charAt(i + 1), 16) : -1;
      int low = high >= 0 ? Character.digit(path.charAt(i + 2), 16) : -1;
      if (low >= 0) {
        bytes.write(high << 4 | low);
        i += 2;
      } else {
        bytes.writeBytes(String.valueOf(c).getBytes(UTF_8));
      }
    }
    return bytes;
  }

  private static String resolved(String path) {
    Deque<String> segments = new ArrayDeque<>();
    for (String segment : path.split("/", -1)) {
      switch (segment) {
        case "", "." -> {}
        case ".." -> segments.pollLast();
        default -> segments.addLast(segment);
      }
    }
    return "/" + String.join("/", segments);
  }
}
