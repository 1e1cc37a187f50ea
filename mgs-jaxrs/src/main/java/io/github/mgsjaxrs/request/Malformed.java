package io.github.mgsjaxrs.request;

/** In which way a request is beyond reading. */
public enum Malformed {
  /** A percent escape is broken, or bytes are not valid in their charset. */
  ESCAPE,
  /** There are more parameters than the limit allows. */
  TOO_MANY_PARAMETERS,
  /** The list of signed headers, or one that it names, can be read in no way or in several. */
  HEADERS,
  /** A header that is signed was sent more than once. */
  HEADER_REPEATED,
  /** There are more signed headers than the limits allow, or longer ones. */
  HEADERS_TOO_LONG
}
