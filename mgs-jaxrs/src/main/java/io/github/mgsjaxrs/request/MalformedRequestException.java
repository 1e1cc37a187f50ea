package io.github.mgsjaxrs.request;

import java.io.Serial;

/**
 * There is no string to sign for this request. Checked, so that a caller makes a verdict of it; it
 * carries no stack trace, since a stranger decides how often it is thrown.
 */
public final class MalformedRequestException extends Exception {

  @Serial private static final long serialVersionUID = 1L;

  private final Malformed kind;

  /**
   * Tells of one.
   *
   * @param kind in which way it is malformed
   * @param message what was found, without a value of the request
   */
  public MalformedRequestException(Malformed kind, String message) {
    super(message, null, false, false);
    this.kind = kind;
  }

  /**
   * In which way the request is malformed.
   *
   * @return the kind
   */
  public Malformed kind() {
    return kind;
  }
}
