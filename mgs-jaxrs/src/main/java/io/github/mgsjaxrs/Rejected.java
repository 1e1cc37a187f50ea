package io.github.mgsjaxrs;

import java.util.Objects;

/**
 * The request is refused.
 *
 * @param rejection the case, with the answer's status and code
 * @param reason what was found, for the operator's log only: it may tell more than a client should
 *     know (a malformed signature apart from a wrong one), but never a salt or an expected digest
 */
public record Rejected(Rejection rejection, String reason) implements Verdict {

  /** Checks that both parts are there. */
  public Rejected {
    Objects.requireNonNull(rejection, "rejection");
    Objects.requireNonNull(reason, "reason");
  }
}
