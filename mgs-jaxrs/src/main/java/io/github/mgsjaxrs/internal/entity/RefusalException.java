package io.github.mgsjaxrs.internal.entity;

import io.github.mgsjaxrs.Rejected;
import io.github.mgsjaxrs.Rejection;
import io.github.mgsjaxrs.request.MalformedRequestException;
import java.io.Serial;

/**
 * Leads a rejection out of the steps of verification to the one place that answers it, so that the
 * steps read in order. Never leaves the library; carries no stack trace, since a stranger decides
 * how often it is thrown.
 */
public final class RefusalException extends Exception {

  @Serial private static final long serialVersionUID = 1L;

  private final transient Rejected rejected;

  public RefusalException(Rejection rejection, String reason) {
    super(reason, null, false, false);
    this.rejected = new Rejected(rejection, reason);
  }

  /** The refusal of what cannot be read. */
  public static RefusalException of(MalformedRequestException malformed) {
    Rejection rejection =
        switch (malformed.kind()) {
          case ESCAPE -> Rejection.PARAMETERS_MALFORMED;
          case TOO_MANY_PARAMETERS -> Rejection.PARAMETERS_TOO_MANY;
          case HEADERS -> Rejection.HEADERS_MALFORMED;
          case HEADER_REPEATED -> Rejection.HEADER_REPEATED;
          case HEADERS_TOO_LONG -> Rejection.HEADER_TOO_LONG;
        };
    return new RefusalException(rejection, String.valueOf(malformed.getMessage()));
  }

  public Rejected rejected() {
    return rejected;
  }
}
