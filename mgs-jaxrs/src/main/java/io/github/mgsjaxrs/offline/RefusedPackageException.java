package io.github.mgsjaxrs.offline;

import java.io.IOException;
import java.io.Serial;

/**
 * Leads a refusal out of the steps of verification to the one place that answers it. Never leaves
 * this package; carries no stack trace, since a stranger decides how often it is thrown.
 */
final class RefusedPackageException extends IOException {

  @Serial private static final long serialVersionUID = 1L;

  private final transient RejectedPackage rejected;

  RefusedPackageException(PackageOutcome outcome, String reason) {
    super(reason);
    this.rejected = new RejectedPackage(outcome, reason);
  }

  static RefusedPackageException invalid(String reason) {
    return new RefusedPackageException(PackageOutcome.INVALID_PARAMETER, reason);
  }

  static RefusedPackageException tooLarge(String found, String limit, long most) {
    return new RefusedPackageException(
        PackageOutcome.TOO_LARGE, found + ", mgs.offline.limits." + limit + " is " + most);
  }

  RejectedPackage rejected() {
    return rejected;
  }

  @Override
  @SuppressWarnings("UnsynchronizedOverridesSynchronized") // there is nothing to fill
  public Throwable fillInStackTrace() {
    return this;
  }
}
