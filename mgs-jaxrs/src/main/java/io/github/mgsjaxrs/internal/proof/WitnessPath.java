package io.github.mgsjaxrs.internal.proof;

import java.util.Collection;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where a request of the library's own goes: to a path that no resource has, where a servlet or
 * filter is mapped to more than one.
 *
 * @param servletPath the part that the servlet is mapped to
 * @param pathInfo the rest; null where there is none
 */
public record WitnessPath(String servletPath, @Nullable String pathInfo) {

  private static final String PREFIX_END = "/*";

  /**
   * A path of a servlet.
   *
   * @param mappings the servlet's URL patterns; empty where it is reached by name alone
   */
  public static WitnessPath ofServlet(Collection<String> mappings) {
    String unknown = "/" + UUID.randomUUID();
    if (mappings.isEmpty()) {
      return new WitnessPath("", unknown);
    }
    String pattern = mappings.iterator().next();
    if (pattern.endsWith(PREFIX_END)) {
      return new WitnessPath(prefix(pattern), unknown);
    }
    if (pattern.equals("/")) {
      return new WitnessPath(unknown, null);
    }
    if (pattern.startsWith("*.")) {
      return new WitnessPath(unknown + pattern.substring(1), null);
    }
    return pattern.isEmpty() ? new WitnessPath("", "/") : new WitnessPath(pattern, null);
  }

  /**
   * A path of a filter.
   *
   * @param mappings the filter's URL patterns
   * @return null where it has no pattern for more than one path
   */
  public static @Nullable WitnessPath ofFilter(Collection<String> mappings) {
    String unknown = "/" + UUID.randomUUID();
    for (String pattern : mappings) {
      if (pattern.endsWith(PREFIX_END)) {
        return new WitnessPath(prefix(pattern) + unknown, null);
      }
      if (pattern.startsWith("*.")) {
        return new WitnessPath(unknown + pattern.substring(1), null);
      }
    }
    return null;
  }

  /** Both parts. */
  public String path() {
    return pathInfo == null ? servletPath : servletPath + pathInfo;
  }

  private static String prefix(String pattern) {
    return pattern.substring(0, pattern.length() - PREFIX_END.length());
  }
}
