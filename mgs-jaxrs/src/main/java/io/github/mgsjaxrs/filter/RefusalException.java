package io.github.mgsjaxrs.filter;

import io.github.mgsjaxrs.Rejected;
import io.github.mgsjaxrs.Rejection;
import io.github.mgsjaxrs.protocol.MalformedRequestException;
import java.io.Serial;

/**
 * Leads a rejection out of the steps of verification to the one place that answers it, so that the
 * steps read in order. Never leaves the library; carries no stack trace, since a stranger decides
 * how often it is thrown.
 */
final class RefusalException extends Exception {

  @Serial private static final long serialVersionUID = 1L;

  private final transient Rejected rejected;

  RefusalException(Rejection rejection, String reason) {
    super(reason, null, false, false);
    this.rejected = new Rejected(rejection, reason);
  }

  /** The refusal of what cannot be read. */
  static RefusalException of(MalformedRequestException malformed) {
    Rejection rejection =
        switch (malformed.kind()) {
          case ESCAPE -> Rejection.PARAMETERS_MALFORMED;
          case TOO_MANY_PARAMETERS -> Rejection.PARAMETERS_TOO_MANY;
        };
    return new RefusalException(rejection, String.valueOf(malformed.getMessage()));
  }

  Rejected rejected() {
    return rejected;
  }
}
