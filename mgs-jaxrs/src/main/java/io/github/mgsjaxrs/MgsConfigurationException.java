package io.github.mgsjaxrs;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/**
 * Something that the operator configured cannot be used.
 *
 * <p>Thrown while the application starts, so that a wrong setting stops the start and does not turn
 * into refused requests. The message says what was found, what is needed and which setting to
 * change; it never holds a salt, a password or a private key.
 */
public final class MgsConfigurationException extends RuntimeException {

  @Serial private static final long serialVersionUID = 1L;

  /**
   * A fault that has no further cause.
   *
   * @param message what was found, what is needed, and where to change it
   */
  public MgsConfigurationException(String message) {
    super(message);
  }

  /**
   * A fault that another exception made known.
   *
   * @param message what was found, what is needed, and where to change it
   * @param cause what made it known, or null
   */
  public MgsConfigurationException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
