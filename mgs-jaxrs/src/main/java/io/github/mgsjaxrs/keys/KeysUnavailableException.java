package io.github.mgsjaxrs.keys;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/**
 * The keys cannot be told at the moment, say because a key service does not answer.
 *
 * <p>A {@link KeyResolver} throws it; the request is answered 503. It does not mean that the key id
 * is unknown.
 */
public final class KeysUnavailableException extends RuntimeException {

  @Serial private static final long serialVersionUID = 1L;

  /**
   * Without a further cause.
   *
   * @param message what cannot be reached; it is logged and not sent to the client
   */
  public KeysUnavailableException(String message) {
    super(message);
  }

  /**
   * With what made it known.
   *
   * @param message what cannot be reached; it is logged and not sent to the client
   * @param cause what made it known, or null
   */
  public KeysUnavailableException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
