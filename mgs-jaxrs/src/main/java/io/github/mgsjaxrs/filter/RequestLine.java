package io.github.mgsjaxrs.filter;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The request's target as it was sent.
 *
 * @param path the raw path with the context path, its percent escapes untouched
 * @param query the raw query without its question mark, or null
 * @param multiplexed whether the protocol is known to be HTTP/2 or later, where a body needs
 *     neither Content-Length nor Transfer-Encoding
 */
public record RequestLine(String path, @Nullable String query, boolean multiplexed) {

  /** Checks that there is a path. */
  public RequestLine {
    Objects.requireNonNull(path, "path");
  }
}
