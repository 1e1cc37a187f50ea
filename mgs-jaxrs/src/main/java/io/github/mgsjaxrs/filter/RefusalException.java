package io.github.mgsjaxrs.filter;

import io.github.mgsjaxrs.Rejected;
import io.github.mgsjaxrs.Rejection;
import io.github.mgsjaxrs.diagnosis.Diagnosis;
import java.io.Serial;

/**
 * Leads a rejection out of the steps of verification to the one place that answers it, so that the
 * steps read in order. Never leaves this package; carries no stack trace, since a stranger decides
 * how often it is thrown.
 */
final class RefusalException extends Exception {

  @Serial private static final long serialVersionUID = 1L;

  private final transient Rejected rejected;
  private final transient Diagnosis diagnosis;

  RefusalException(Rejection rejection, String reason) {
    this(rejection, reason, Diagnosis.NONE);
  }

  RefusalException(Rejection rejection, String reason, Diagnosis diagnosis) {
    super(reason, null, false, false);
    this.rejected = new Rejected(rejection, reason);
    this.diagnosis = diagnosis;
  }

  Rejected rejected() {
    return rejected;
  }

  /** What would have made the signature match, as far as that was looked for. */
  Diagnosis diagnosis() {
    return diagnosis;
  }
}
