package io.github.mgsjaxrs.protocol;

/**
 * What is done about parts of a request that its signature does not cover ({@code mgs.coverage}).
 * The constants after {@link #AS_CONFIGURED} stand in the order of their strictness.
 */
public enum Coverage {
  /** On an annotation: what the configuration says. */
  AS_CONFIGURED,
  /** All that the protocol admits is accepted. */
  PROTOCOL,
  /**
   * What no signed request has when it is sent is refused: a body that is not empty and not
   * covered; a parameter that query and form give two values, or a form two spellings; with decoded
   * paths, an escape of a reserved character; a path without the prefix to strip, or with the one
   * to add; a multipart body that does not begin with its boundary; a Content-Type that only some
   * take for that of a form; in RPC also a query, and a method other than POST. The default.
   *
   * @see Uncovered#BODY
   * @see Uncovered#OTHER_VALUE
   * @see Uncovered#OTHER_SPELLING
   * @see Uncovered#PATH_DELIMITER
   * @see Uncovered#PATH_PREFIX
   * @see Uncovered#PARTS
   * @see Uncovered#CONTENT_TYPE
   * @see Uncovered#QUERY
   * @see Uncovered#METHOD
   */
  BODY,
  /** Every {@link Uncovered} part is refused. */
  STRICT;

  /**
   * Tells whether a request with this part is refused.
   *
   * @param part what the signature does not cover
   * @return true if the request must not be served
   */
  public boolean refuses(Uncovered part) {
    return switch (this) {
      case AS_CONFIGURED, PROTOCOL -> false;
      case BODY ->
          switch (part) {
            case BODY,
                OTHER_VALUE,
                OTHER_SPELLING,
                PATH_DELIMITER,
                PATH_PREFIX,
                PARTS,
                CONTENT_TYPE,
                QUERY,
                METHOD ->
                true;
            case REPEATED_PARAMETER, PARAMETER_PLACE, NULL_BODY, DELIMITER, ENCODING, OPERATION ->
                false;
          };
      case STRICT -> true;
    };
  }

  /**
   * The stricter of two.
   *
   * @param other the one to compare with
   * @return this or the other
   */
  public Coverage or(Coverage other) {
    return compareTo(other) >= 0 ? this : other;
  }
}
