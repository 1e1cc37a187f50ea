package io.github.mgsjaxrs.internal.request;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The request's target as it was sent.
 *
 * @param path the raw path with the context path, its percent escapes untouched
 * @param query the raw query without its question mark, or null
 * @param multiplexed whether the protocol is known to be HTTP/2 or later, where a body needs
 *     neither Content-Length nor Transfer-Encoding
 * @param dispatched whether the application sent the request on to another target
 */
public record RequestLine(
    String path, @Nullable String query, boolean multiplexed, boolean dispatched) {

  /** Checks that there is a path. */
  public RequestLine {
    Objects.requireNonNull(path, "path");
  }

  /**
   * The target of a request that was not sent on.
   *
   * @param path the raw path
   * @param query the raw query, or null
   * @param multiplexed whether the protocol is known to be HTTP/2 or later
   */
  public RequestLine(String path, @Nullable String query, boolean multiplexed) {
    this(path, query, multiplexed, false);
  }

  /** The same, for a request that was sent on. */
  public RequestLine sentOn() {
    return dispatched ? this : new RequestLine(path, query, multiplexed, true);
  }
}
