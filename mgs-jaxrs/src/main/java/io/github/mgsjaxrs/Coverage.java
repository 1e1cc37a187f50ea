package io.github.mgsjaxrs;

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
            case REPEATED_PARAMETER,
                PARAMETER_PLACE,
                NULL_BODY,
                DELIMITER,
                ENCODING,
                OPERATION,
                HEADER ->
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

  /**
   * A part of a request that could be changed without changing the string to sign. Of several, the
   * first one here is told.
   *
   * <p>Headers that enter no signature are not listed, as no request is without them; where a
   * signature can be of some, {@link #HEADER} is one that is known to be read.
   */
  public enum Uncovered {
    /** A body that is not empty, on a method other than PUT and POST, and not a form. */
    BODY("a body on a method whose body is not signed"),
    /**
     * A parameter of query and form with another value on the side that does not count: whoever
     * appends a form to a signed query, or a query to a signed form, chooses what a resource reads
     * there.
     */
    OTHER_VALUE("a parameter that has one value in the query and another in the form"),
    /**
     * A parameter that a form spells in two ways ({@code a=1&%61=2}): which of the two comes first
     * is not the same for each reader.
     */
    OTHER_SPELLING("a form's parameter whose name is spelled in two ways"),
    /** A second or later value of one parameter, in the query, the form, or both together. */
    REPEATED_PARAMETER("a parameter that stands there more than once"),
    /**
     * Parameters that could as well stand on the other side: a form beside a query with parameters,
     * or a form on a method other than PUT and POST. API Gateway, which signs a form like no body:
     * any form with a field, and the query of a PUT or POST without a body.
     */
    PARAMETER_PLACE("parameters that could be moved between query and form"),
    /** A body of the four bytes {@code null}, which is signed as if there were none. */
    NULL_BODY("a body 'null', which is signed like no body"),
    /**
     * A percent-encoded {@code &} or {@code =} in a parameter: once decoded it reads like a
     * delimiter in the string to sign ({@code a=1%26b%3D2} and {@code a=1&b=2} give one string).
     */
    DELIMITER("an encoded '&' or '=' in a parameter"),
    /**
     * With decoded paths: an escape of a reserved character, of a dot or of a percent sign reads
     * like the character itself ({@code %3B} like the start of a matrix parameter).
     */
    PATH_DELIMITER("an escape in a decoded path that stands for a reserved character"),
    /**
     * A path without the prefix that {@code mgs.canonical.path-prefix.strip} takes away, or with
     * the one that {@code mgs.canonical.path-prefix.add} puts in front: one signature would be that
     * of two paths.
     */
    PATH_PREFIX("a path that lacks the prefix to strip, or has the prefix to add"),
    /**
     * A multipart body that does not begin with the one boundary that its Content-Type declares, or
     * whose Content-Type only some take for that of parts: the header is not signed, and another
     * boundary makes other parts of the same bytes.
     */
    PARTS("the boundary of a multipart body that does not begin with it"),
    /**
     * A Content-Type with a wildcard, or one that has the name of forms in it and is not exactly
     * that of forms: the header is not signed, and some runtimes read a form out of what was signed
     * as another body.
     */
    CONTENT_TYPE("a Content-Type that some take for that of a form, and others do not"),
    /**
     * A Content-Encoding, or a charset other than UTF-8 and {@code mgs.canonical.charset}, of a
     * body that is signed byte by byte: neither is signed, and each makes another text of the same
     * bytes.
     */
    ENCODING("the Content-Encoding or charset that is declared for the body"),
    /** RPC and KooGallery: another method than theirs, as it is not signed. */
    METHOD("the method, which is not that of such requests"),
    /** RPC, and version 2 of KooGallery: query parameters, as they are not signed. */
    QUERY("a query"),
    /** RPC: where the request goes to, unless the resource names its operation types. */
    OPERATION("the resource that is asked, which names no operation type"),
    /**
     * API Gateway: a header that the resource is known to read, and the signature is not of: one
     * that a {@code @HeaderParam} or {@code @CookieParam} of it names, or the Content-Type of a
     * body.
     */
    HEADER("a header that is read");

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
}
