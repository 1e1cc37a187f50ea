package io.github.mgsjaxrs.offline;

/**
 * What came of verifying a package.
 *
 * <pre>{@code
 * PackageVerdict verdict = verifier.verify(file);
 * if (verdict instanceof VerifiedPackage verified) {
 *   try (verified) {
 *     verified.transferTo(verified.tar(), out);
 *   }
 * }
 * }</pre>
 */
public sealed interface PackageVerdict permits VerifiedPackage, RejectedPackage {

  /**
   * The outcome.
   *
   * @return {@link PackageOutcome#SUCCESS} for a {@link VerifiedPackage}, any other for a {@link
   *     RejectedPackage}
   */
  PackageOutcome outcome();
}
