package io.github.mgsjaxrs.settings;

import io.github.mgsjaxrs.MgsConfigurationException;
import io.github.mgsjaxrs.Scheme;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Which paths are protected whatever resource answers there ({@code mgs.protect}).
 *
 * <p>A pattern starts at the application's base URI with a slash, and is either a path ({@code
 * /orders}), or a path followed by {@code /*} for it and everything below it ({@code /api/*}).
 *
 * @param patterns the protected patterns, each with what it asks for
 * @param except patterns that are left open although a protected one covers them
 * @param preflight whether OPTIONS requests that the runtime answers by itself pass
 */
public record PathScope(Map<String, PathRule> patterns, List<String> except, boolean preflight) {

  private static final Pattern NOT_PLAIN = Pattern.compile("[*%;?#{}\\\\]|//|/\\.{1,2}(?=/|$)");

  /** No path is protected. */
  public static final PathScope NONE = new PathScope(Map.of(), List.of(), false);

  /**
   * Checks the patterns.
   *
   * @throws MgsConfigurationException if one can never match, or two of different schemes can match
   *     the same path
   */
  public PathScope {
    patterns = Map.copyOf(patterns);
    except = List.copyOf(except);
    patterns.keySet().forEach(PathScope::check);
    except.forEach(PathScope::check);
    for (Map.Entry<String, PathRule> one : patterns.entrySet()) {
      for (Map.Entry<String, PathRule> other : patterns.entrySet()) {
        if (one.getValue().scheme() != other.getValue().scheme()
            && covers(one.getKey(), other.getKey())) {
          throw twoSchemes(one, other);
        }
      }
    }
  }

  private static MgsConfigurationException twoSchemes(
      Map.Entry<String, PathRule> wide, Map.Entry<String, PathRule> narrow) {
    // the gateway's own is what a pattern has where nothing is set
    boolean narrowIsSet = narrow.getValue().scheme() != Scheme.BACKEND;
    Map.Entry<String, PathRule> set = narrowIsSet ? narrow : wide;
    Map.Entry<String, PathRule> other = narrowIsSet ? wide : narrow;
    return new MgsConfigurationException(
        "A path would be protected by two schemes, and no request is signed by more than one:"
            + " mgs.protect.\""
            + set.getKey()
            + "\".scheme is "
            + word(set.getValue())
            + ", and '"
            + other.getKey()
            + "' is protected too, by "
            + word(other.getValue()));
  }

  private static String word(PathRule rule) {
    return rule.scheme().word();
  }

  /** Whether some path matches both, all that the other matches. */
  private static boolean covers(String pattern, String other) {
    if (!pattern.endsWith("/*")) {
      return pattern.equals(other);
    }
    String prefix = pattern.substring(0, pattern.length() - 1);
    return (other + "/").startsWith(prefix);
  }

  private static void check(String pattern) {
    String path = pattern.endsWith("/*") ? pattern.substring(0, pattern.length() - 2) : pattern;
    // what could never match would look like protection and be none
    if (!pattern.startsWith("/")
        || NOT_PLAIN.matcher(path).find()
        || (path.endsWith("/") && !pattern.equals("/"))) {
      throw new MgsConfigurationException(
          "The pattern of paths is '"
              + pattern
              + "': a plain path with a leading slash is needed, such as /orders, or with /* at its"
              + " end, such as /api/*");
    }
  }

  /**
   * Tells whether any path is protected.
   *
   * @return true if there is a pattern
   */
  public boolean isActive() {
    return !patterns.isEmpty();
  }
}
