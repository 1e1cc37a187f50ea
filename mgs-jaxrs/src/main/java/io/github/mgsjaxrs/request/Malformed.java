package io.github.mgsjaxrs.request;

/** In which way a request is beyond reading. */
public enum Malformed {
  /** A percent escape is broken, or bytes are not valid in their charset. */
  ESCAPE,
  /** There are more parameters than the limit allows. */
  TOO_MANY_PARAMETERS
}
