package io.github.mgsjaxrs.internal.request;

import static java.nio.charset.StandardCharsets.UTF_8;

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
    LooseParameters pieces = new LooseParameters(query);
    while (pieces.next()) {
      names.merge(LooseParameters.decoded(pieces.rawName(), UTF_8), 1, Integer::sum);
    }
    return names;
  }
}
