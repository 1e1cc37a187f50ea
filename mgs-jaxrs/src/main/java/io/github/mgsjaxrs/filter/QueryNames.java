package io.github.mgsjaxrs.filter;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The decoded names of a query's parameters, as a servlet container lists them. */
final class QueryNames {

  private QueryNames() {}

  static Set<String> of(@Nullable String query) {
    Set<String> names = new HashSet<>();
    if (query == null) {
      return names;
    }
    for (String piece : query.split("&", -1)) {
      int equals = piece.indexOf('=');
      String name = equals < 0 ? piece : piece.substring(0, equals);
      try {
        names.add(URLDecoder.decode(name, UTF_8));
      } catch (IllegalArgumentException broken) {
        names.add(name);
      }
    }
    return names;
  }
}
