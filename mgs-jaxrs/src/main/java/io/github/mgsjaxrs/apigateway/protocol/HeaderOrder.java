package io.github.mgsjaxrs.apigateway.protocol;

import io.github.mgsjaxrs.internal.request.HeaderNames;
import java.util.Comparator;

/**
 * In which order signed headers are written ({@code mgs.apigateway.header-order}). The two differ
 * only where one list has names in upper and in lower case. Both say the same of a request.
 */
public enum HeaderOrder {
  /**
   * By their names as they are listed, code unit by code unit, and made lower case then (API
   * Gateway, "Backend signature": sort first, then convert).
   */
  AS_LISTED,
  /** By their names in lower case. */
  LOWER_CASE;

  /** The order of names as they are listed. */
  Comparator<String> comparator() {
    return switch (this) {
      case AS_LISTED -> Comparator.naturalOrder();
      case LOWER_CASE -> Comparator.comparing(HeaderNames::lowerCase);
    };
  }
}
