package io.github.mgsjaxrs.internal.request;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * All the ways in which somebody below or above may read a path: as it was sent, and with matrix
 * parameters dropped, escapes decoded, {@code //} taken for one slash, {@code .} and {@code ..}
 * resolved or taken for names, and with all that stands behind a segment of matrix parameters alone
 * dropped, as CXF does.
 *
 * <p>Which of them a runtime matches resources by differs; protection looks at all of them.
 */
public final class PathViews {

  /** Where a segment has nothing but matrix parameters. */
  private static final String NAMELESS = "/;";

  /** Nobody sends more such segments than this but to have them looked at. */
  private static final int MOST_NAMELESS = 8;

  /** No path lies below this, so that one with such a view is protected wherever any is. */
  private static final String UNKNOWN = "?";

  private PathViews() {}

  public static Set<String> of(String raw) {
    Set<String> views = new LinkedHashSet<>();
    views.add(withoutTrailingSlash(raw));
    if (raw.indexOf('%') >= 0
        || raw.indexOf(';') >= 0
        || raw.contains("//")
        || raw.contains("/.")) {
      add(raw, views);
      addCuts(raw, views);
      addCuts(decoded(raw), views);
    }
    return views;
  }

  private static void addCuts(String path, Set<String> views) {
    int count = 0;
    for (int cut = path.indexOf(NAMELESS); cut >= 0; cut = path.indexOf(NAMELESS, cut + 1)) {
      if (++count > MOST_NAMELESS) {
        views.add(UNKNOWN);
        return;
      }
      add(path.substring(0, cut + 1), views);
    }
  }

  private static void add(String path, Set<String> views) {
    String dropped = withoutMatrix(path);
    String decoded = decoded(dropped);
    views.add(withoutTrailingSlash(dropped));
    // an escaped semicolon is data to most, and a matrix parameter to some
    for (String one : new String[] {dropped, decoded, withoutMatrix(decoded)}) {
      views.add(withoutTrailingSlash(collapsed(one)));
      views.add(resolved(one));
    }
  }

  private static String collapsed(String path) {
    StringBuilder kept = new StringBuilder(path.length());
    for (int i = 0; i < path.length(); i++) {
      char c = path.charAt(i);
      if (c != '/' || kept.length() == 0 || kept.charAt(kept.length() - 1) != '/') {
        kept.append(c);
      }
    }
    return kept.toString();
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
  public static boolean haveSameBytes(String one, String other) {
    return Arrays.equals(bytes(one).toByteArray(), bytes(other).toByteArray());
  }

  /** Whether two paths have the same segments, matrix parameters included, but for empty ones. */
  public static boolean haveSameSegments(String one, String other) {
    return withoutEmpty(one).equals(withoutEmpty(other));
  }

  private static List<String> withoutEmpty(String path) {
    return Arrays.stream(path.split("/", -1))
        .filter(segment -> !segment.isEmpty())
        .map(PathViews::decoded)
        .toList();
  }

  /**
   * Whether a path is the same as another one to somebody who decodes and resolves all that there
   * is.
   *
   * @param sent the one, with matrix parameters
   * @param served the other, with the same, or without any
   */
  public static boolean areResolvedAlike(String sent, String served) {
    return served.indexOf(';') < 0
        ? resolved(decoded(withoutMatrix(sent))).equals(resolved(decoded(served)))
        : resolved(decoded(sent)).equals(resolved(decoded(served)));
  }

  /** Decodes once; a broken escape stays, as it matches nothing then. */
  public static String decoded(String path) {
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
