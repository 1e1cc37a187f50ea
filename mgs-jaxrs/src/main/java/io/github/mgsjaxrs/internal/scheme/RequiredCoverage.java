package io.github.mgsjaxrs.internal.scheme;

import io.github.mgsjaxrs.Coverage;
import io.github.mgsjaxrs.Coverage.Uncovered;
import io.github.mgsjaxrs.Rejection;
import io.github.mgsjaxrs.internal.entity.RefusalException;
import java.util.Set;
import java.util.function.Function;

/** Refuses what a signature does not cover, as far as the setting says so. */
public final class RequiredCoverage {

  private RequiredCoverage() {}

  /**
   * Refuses it.
   *
   * @param uncovered what the signature does not cover
   * @param coverage the setting
   * @throws RefusalException if a part is not covered that must be
   */
  public static void requireCovered(Set<Uncovered> uncovered, Coverage coverage)
      throws RefusalException {
    requireCovered(uncovered, coverage, Uncovered::description);
  }

  /**
   * Refuses it, and tells what it is in this request.
   *
   * @param uncovered what the signature does not cover
   * @param coverage the setting
   * @param description tells what a part is
   * @throws RefusalException if a part is not covered that must be
   */
  public static void requireCovered(
      Set<Uncovered> uncovered, Coverage coverage, Function<Uncovered, String> description)
      throws RefusalException {
    for (Uncovered part : uncovered) {
      if (coverage.refuses(part)) {
        throw new RefusalException(
            part == Uncovered.OTHER_VALUE ? Rejection.PARAMETER_CONFLICT : Rejection.NOT_COVERED,
            "the signature does not cover "
                + description.apply(part)
                + "; mgs.coverage, or coverage on the resource, refuses that");
      }
    }
  }
}
