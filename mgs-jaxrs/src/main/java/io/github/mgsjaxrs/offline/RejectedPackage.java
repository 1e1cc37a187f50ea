package io.github.mgsjaxrs.offline;

/**
 * A package that is refused. Nothing of it is left.
 *
 * @param outcome why, as clients tell it
 * @param reason what was found, for operators; without a part of any file's content
 */
public record RejectedPackage(PackageOutcome outcome, String reason) implements PackageVerdict {

  /** Checks that it is a refusal. */
  public RejectedPackage {
    if (outcome == PackageOutcome.SUCCESS) {
      throw new IllegalArgumentException("A rejected package cannot have the outcome SUCCESS");
    }
  }
}
