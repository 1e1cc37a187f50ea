package io.github.mgsjaxrs;

import java.util.Locale;
import java.util.OptionalInt;

/**
 * Why a request was refused. The constants stand in the order in which they are checked.
 *
 * <p>{@link #code()} is the gateway's own result code, which operators know from the gateway's
 * documentation ("Gateway result codes"); {@link #type()} identifies the case in the problem
 * document (RFC 9457) and is stable.
 */
public enum Rejection {
  /** The signature header is missing or empty. */
  SIGNATURE_MISSING(7014, 401, "Signature missing", "The signature header is missing or empty."),
  /** The header that names the key is missing or empty. */
  KEY_ID_MISSING(7001, 401, "Key id missing", "The header that names the key is missing or empty."),
  /** A header of the signature, one that it is of, or Content-Type, was sent more than once. */
  HEADER_REPEATED(
      7001,
      401,
      "Header repeated",
      "A header of the signature, or Content-Type, was sent more than once."),
  /**
   * A header of the signature is longer than {@code mgs.limits.header}, or what it is of is over
   * {@code mgs.apigateway.limits.*}.
   */
  HEADER_TOO_LONG(7001, 400, "Header too long", "A header of the signature is too long."),
  /**
   * The list of signed headers, or one of these, can be read in no way or in several (API Gateway).
   */
  HEADERS_MALFORMED(
      7001,
      400,
      "Headers malformed",
      "A header that enters the signature, or the list of them, cannot be read."),
  /** A header that enters the signature besides is missing or empty (RPC). */
  HEADER_MISSING(
      7001, 401, "Header missing", "A header that enters the signature is missing or empty."),
  /** The timestamp is missing or empty (RPC). */
  TIMESTAMP_MISSING(7007, 401, "Timestamp missing", "The timestamp is missing or empty."),
  /** The timestamp is no time (RPC). */
  TIMESTAMP_MALFORMED(7001, 400, "Timestamp malformed", "The timestamp cannot be read."),
  /** The timestamp lies outside the window around now, before or behind it (RPC). */
  TIMESTAMP_EXPIRED(7003, 401, "Timestamp expired", "The timestamp is too far from now."),
  /** The key is not known, or not admitted for this resource. */
  KEY_UNKNOWN(7000, 401, "Key unknown", "The named key is not known here."),
  /** The entity is larger than {@code mgs.limits.body}. */
  BODY_TOO_LARGE(0, 413, "Body too large", "The body is larger than this service accepts."),
  /** The entity's length does not fit its headers, or somebody consumed it before it was read. */
  ENTITY_INCOMPLETE(7001, 400, "Entity incomplete", "The body did not arrive as announced."),
  /** A percent escape in a query or form parameter is broken, or not valid in its charset. */
  PARAMETERS_MALFORMED(
      7001, 400, "Parameters malformed", "A query or form parameter cannot be decoded."),
  /** There are more parameters than {@code mgs.limits.parameters}. */
  PARAMETERS_TOO_MANY(
      7001, 400, "Too many parameters", "There are more parameters than this service accepts."),
  /**
   * A parameter has one value in the query and another in the form: one of them is outside what the
   * signature covers.
   */
  PARAMETER_CONFLICT(
      7002,
      401,
      "Parameter conflict",
      "A parameter has one value in the query and another in the form."),
  /** A part of the request is outside what the signature covers, and the setting refuses that. */
  NOT_COVERED(7002, 401, "Not covered", "A part of the request is not covered by its signature."),
  /** The signature does not match the request, or is not a signature at all. */
  SIGNATURE_MISMATCH(7002, 401, "Signature mismatch", "The signature does not match the request."),
  /** The signature is right, and the request was served before. */
  REPLAYED(0, 401, "Replayed", "The request was sent before."),
  /** The keys are not loaded, or a limit over all requests is reached: try again later. */
  UNAVAILABLE(0, 503, "Unavailable", "The request cannot be verified now.");

  private static final String TYPE_PREFIX = "urn:mgsjaxrs:rejection:";

  private final int code;
  private final int status;
  private final String title;
  private final String detail;

  Rejection(int code, int status, String title, String detail) {
    this.code = code;
    this.status = status;
    this.title = title;
    this.detail = detail;
  }

  /**
   * The gateway's result code for this case.
   *
   * @return the code, empty where the gateway has none (413, 503, and what is sent twice)
   */
  public OptionalInt code() {
    return code == 0 ? OptionalInt.empty() : OptionalInt.of(code);
  }

  /**
   * The HTTP status of the answer.
   *
   * @return 400, 401, 413 or 503
   */
  public int status() {
    return status;
  }

  /**
   * The problem type, such as {@code urn:mgsjaxrs:rejection:signature-mismatch}.
   *
   * @return a URN that stays the same over versions
   */
  public String type() {
    return TYPE_PREFIX + slug();
  }

  /**
   * The last part of {@link #type()}, such as {@code signature-mismatch}.
   *
   * @return lower-case words joined by hyphens
   */
  public String slug() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /**
   * A few words for people, the same for every request.
   *
   * @return the problem's title
   */
  public String title() {
    return title;
  }

  /**
   * A sentence for people, the same for every request: it says nothing of what a right signature
   * would have been.
   *
   * @return the problem's detail
   */
  public String detail() {
    return detail;
  }
}
