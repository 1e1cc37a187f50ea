package io.github.mgsjaxrs.internal.proof;

import org.jspecify.annotations.Nullable;

/** An endpoint would run of which nobody can say that our filters run with it. */
public final class UnprovenEndpointException extends Exception {

  private static final long serialVersionUID = 1L;

  /**
   * Why it must not run.
   *
   * @param message what was found, what is needed and what to change, for the operator
   * @param cause what made it known, or null
   */
  public UnprovenEndpointException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
