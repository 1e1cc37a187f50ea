package io.github.mgsjaxrs.offline;

/**
 * What came of a package, with the code that mPaaS clients give it. The codes were observed in
 * clients, not documented; two outcomes share one where clients do not tell them apart.
 */
public enum PackageOutcome {
  /** Every file is signed by the key. */
  SUCCESS(0, 200, "success", "Verified", "Every file is signed by the key."),
  /** No package, or one that two readers could read differently. */
  INVALID_PARAMETER(
      1, 400, "invalid-parameter", "Not a package", "The content is no package that can be read."),
  /** Over one of the limits. */
  TOO_LARGE(1, 413, "too-large", "Package too large", "The package is over a limit."),
  /** There is no such file. */
  PATH_MISSING(2, 422, "path-missing", "No package", "There is no package."),
  /** Not exactly one file whose name ends with {@code .tar}. */
  TAR_MISSING(3, 422, "tar-missing", "Tar missing", "The package has not exactly one tar file."),
  /** Neither {@code SIGN.json} nor {@code CERT.json}. */
  CERTIFICATE_MISSING(
      4, 422, "certificate-missing", "Signatures missing", "The package has no signatures."),
  /** The tar has no signature, or an empty one. */
  TAR_SIGNATURE_EMPTY(
      5, 422, "tar-signature-empty", "Tar not signed", "The tar file has no signature."),
  /** A file is not signed, a signature does not match, or a signature has no file. */
  VERIFICATION_FAILED(
      6, 422, "verification-failed", "Verification failed", "The signatures do not match."),
  /** It cannot be told now: no key, no room, or the file cannot be read. */
  UNKNOWN(7, 503, "unknown", "Unavailable", "The package cannot be verified now."),
  /** Nothing in it. */
  EMPTY(8, 400, "empty", "Empty package", "The package is empty.");

  /** What the types of problem documents start with. */
  public static final String TYPE_PREFIX = "urn:mgsjaxrs:offline:";

  private final int code;
  private final int status;
  private final String slug;
  private final String title;
  private final String detail;

  PackageOutcome(int code, int status, String slug, String title, String detail) {
    this.code = code;
    this.status = status;
    this.slug = slug;
    this.title = title;
    this.detail = detail;
  }

  /**
   * The code of mPaaS clients.
   *
   * @return 0 for {@link #SUCCESS}, else 1 to 8
   */
  public int code() {
    return code;
  }

  /**
   * The HTTP status that a sender of such a package is answered with.
   *
   * @return 200, 400, 413, 422 or 503
   */
  public int status() {
    return status;
  }

  /**
   * The name in types of problem documents, after {@link #TYPE_PREFIX}; it does not change.
   *
   * @return lower-case words with hyphens
   */
  public String slug() {
    return slug;
  }

  /**
   * What problem documents have as their title.
   *
   * @return a few words in English, the same for each package of this outcome
   */
  public String title() {
    return title;
  }

  /**
   * What a sender of such a package is told; nothing of what was found.
   *
   * @return a sentence in English, the same for each package of this outcome
   */
  public String detail() {
    return detail;
  }
}
