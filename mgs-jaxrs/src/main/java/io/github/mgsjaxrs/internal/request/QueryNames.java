package io.github.mgsjaxrs.internal.request;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The decoded names of a query's parameters, as a servlet container lists them. */
public final class QueryNames {

  private QueryNames() {}

  public static Set<String> of(@Nullable String query) {
    return counted(query).keySet();
  }

  /** How often each name is there. */
  public static Map<String, Integer> counted(@Nullable String query) {
    Map<String, Integer> names = new HashMap<>();
    if (query == null) {
      return names;
    }
    for (String piece : query.split("&", -1)) {
      int equals = piece.indexOf('=');
      String name = equals < 0 ? piece : piece.substring(0, equals);
      try {
        names.merge(URLDecoder.decode(name, UTF_8), 1, Integer::sum);
      } catch (IllegalArgumentException broken) {
        names.merge(name, 1, Integer::sum);
      }
    }
    return names;
  }
}
