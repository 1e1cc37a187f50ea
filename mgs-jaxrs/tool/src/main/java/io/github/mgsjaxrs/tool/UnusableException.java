package io.github.mgsjaxrs.tool;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/** What the operator gave cannot be used; the message says what was found and what is needed. */
final class UnusableException extends RuntimeException {

  @Serial private static final long serialVersionUID = 1L;

  UnusableException(String message) {
    super(message);
  }

  UnusableException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
