package io.github.mgsjaxrs.protocol;

/**
 * A part of a request that could be changed without changing the string to sign.
 *
 * <p>Headers that enter no signature are not listed: no request is without them.
 */
public enum Uncovered {
  /** A body that is not empty, on a method other than PUT and POST, and not a form. */
  BODY("a body on a method whose body is not signed"),
  /** A second or later value of one parameter, in the query, the form, or both together. */
  REPEATED_PARAMETER("a parameter that stands there more than once"),
  /**
   * Parameters that could as well stand on the other side: a form beside a query with parameters,
   * or a form on a method other than PUT and POST.
   */
  PARAMETER_PLACE("parameters that could be moved between query and form"),
  /** A body of the four bytes {@code null}, which is signed as if there were none. */
  NULL_BODY("a body 'null', which is signed like no body"),
  /**
   * A percent-encoded {@code &} or {@code =} in a parameter: once decoded it reads like a delimiter
   * in the string to sign ({@code a=1%26b%3D2} and {@code a=1&b=2} give one string).
   */
  DELIMITER("an encoded '&' or '=' in a parameter"),
  /** With decoded paths: an encoded {@code ?} or {@code /} in the path reads like a delimiter. */
  PATH_DELIMITER("an encoded '?' or '/' in a decoded path"),
  /** RPC and KooGallery: another method than theirs, as it is not signed. */
  METHOD("the method, which is not that of such requests"),
  /** RPC, and version 2 of KooGallery: query parameters, as they are not signed. */
  QUERY("a query"),
  /** RPC: where the request goes to, unless the resource names its operation types. */
  OPERATION("the resource that is asked, which names no operation type");

  private final String description;

  Uncovered(String description) {
    this.description = description;
  }

  /**
   * What it is, for an operator's log.
   *
   * @return a noun phrase
   */
  public String description() {
    return description;
  }
}
