package io.github.mgsjaxrs.internal.request;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The headers that have to be remembered for one scheme.
 *
 * @param names their names, that of the signature first; there may be none
 * @param listing the one of them whose value names further headers, with commas between; null where
 *     none does
 */
public record SchemeHeaders(List<String> names, @Nullable String listing) {

  /** Copies the names. */
  public SchemeHeaders {
    names = List.copyOf(names);
  }

  /** Those of a scheme whose headers are always the same. */
  public static SchemeHeaders of(List<String> names) {
    return new SchemeHeaders(names, null);
  }

  /** The same in lower case, as Jersey makes each name that it is asked for so. */
  public SchemeHeaders inLowerCase() {
    return new SchemeHeaders(
        names.stream().map(HeaderNames::lowerCase).toList(),
        listing == null ? null : HeaderNames.lowerCase(listing));
  }
}
