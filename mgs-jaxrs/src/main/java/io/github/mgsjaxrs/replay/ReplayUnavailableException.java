package io.github.mgsjaxrs.replay;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/**
 * Whether a request was sent before cannot be told now. It is refused with 503 then, or served,
 * whichever {@code mgs.replay.when-unavailable} says.
 */
public class ReplayUnavailableException extends RuntimeException {

  @Serial private static final long serialVersionUID = 1L;

  /**
   * Tells why.
   *
   * @param message what was found, and what to change
   * @param cause what the cache threw, or null
   */
  public ReplayUnavailableException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
