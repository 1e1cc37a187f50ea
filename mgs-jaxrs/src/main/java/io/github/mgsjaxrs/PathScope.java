package io.github.mgsjaxrs;

import io.github.mgsjaxrs.protocol.Scheme;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Which paths are protected whatever resource answers there ({@code mgs.protect}).
 *
 * <p>A pattern starts at the application's base URI with a slash, and is either a path ({@code
 * /orders}), or a path followed by {@code /*} for it and everything below it ({@code /api/*}).
 *
 * @param patterns the protected patterns, each with the key ids that are admitted there; an empty
 *     set admits every key
 * @param except patterns that are left open although a protected one covers them
 * @param preflight whether OPTIONS requests that the runtime answers by itself pass
 * @param rpc those of the patterns whose requests a client signed for the gateway, each with the
 *     operation types that are answered there; an empty set answers every one
 * @param kooGallery those of the patterns whose requests KooGallery signed
 */
public record PathScope(
    Map<String, Set<String>> patterns,
    List<String> except,
    boolean preflight,
    Map<String, Set<String>> rpc,
    Set<String> kooGallery) {

  private static final Pattern NOT_PLAIN = Pattern.compile("[*%;?#{}\\\\]|//|/\\.{1,2}(?=/|$)");

  /** No path is protected. */
  public static final PathScope NONE = new PathScope(Map.of(), List.of(), false);

  /** Patterns whose requests the gateway signed for this backend. */
  public PathScope(Map<String, Set<String>> patterns, List<String> except, boolean preflight) {
    this(patterns, except, preflight, Map.of(), Set.of());
  }

  /** Checks the patterns. */
  public PathScope {
    patterns = Map.copyOf(new LinkedHashMap<>(patterns));
    except = List.copyOf(except);
    patterns.keySet().forEach(pattern -> check("mgs.protect", pattern));
    except.forEach(pattern -> check("mgs.protect.except", pattern));
    rpc = Map.copyOf(rpc);
    kooGallery = Set.copyOf(kooGallery);
    for (String one : patterns.keySet()) {
      Scheme scheme = scheme(one, rpc, kooGallery);
      for (String other : patterns.keySet()) {
        if (scheme != Scheme.BACKEND
            && scheme != scheme(other, rpc, kooGallery)
            && (covers(one, other) || covers(other, one))) {
          throw new MgsConfigurationException(
              "A path would be protected by two schemes, and no request is signed by more than one:"
                  + " mgs.protect.\""
                  + one
                  + "\".scheme is "
                  + scheme.name().toLowerCase(Locale.ROOT)
                  + ", and '"
                  + other
                  + "' is protected too, by "
                  + scheme(other, rpc, kooGallery).name().toLowerCase(Locale.ROOT));
        }
      }
    }
  }

  /**
   * The scheme whose requests are admitted at a pattern.
   *
   * @param pattern one of {@link #patterns()}
   * @return the scheme
   */
  public Scheme scheme(String pattern) {
    return scheme(pattern, rpc, kooGallery);
  }

  private static Scheme scheme(
      String pattern, Map<String, Set<String>> rpc, Set<String> kooGallery) {
    if (rpc.containsKey(pattern)) {
      return Scheme.RPC;
    }
    return kooGallery.contains(pattern) ? Scheme.KOOGALLERY : Scheme.BACKEND;
  }

  /** Whether some path matches both, all that the other matches. */
  private static boolean covers(String pattern, String other) {
    if (!pattern.endsWith("/*")) {
      return pattern.equals(other);
    }
    String prefix = pattern.substring(0, pattern.length() - 1);
    return (other + "/").startsWith(prefix);
  }

  private static void check(String setting, String pattern) {
    String path = pattern.endsWith("/*") ? pattern.substring(0, pattern.length() - 2) : pattern;
    // what could never match would look like protection and be none
    if (!pattern.startsWith("/")
        || NOT_PLAIN.matcher(path).find()
        || (path.endsWith("/") && !pattern.equals("/"))) {
      throw new MgsConfigurationException(
          setting
              + " has the pattern '"
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
