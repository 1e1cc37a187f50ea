package io.github.mgsjaxrs.conformance.matrix;

import java.util.function.Function;

/**
 * One row of a matrix: the same call, asked in several ways.
 *
 * @param name the name of the case, unique over all matrices
 * @param rule what has to become of it
 * @param call the call with a ticket of its own
 */
record MatrixRow(String name, Rule rule, Function<String, MatrixCall> call) {

  /** What has to become of a row. */
  enum Rule {
    /** Refused by the library unless it is rightly signed, then served whole. */
    PROTECTED,

    /** The same, but a server may refuse the request, however it is signed, before all others. */
    PROTECTED_OR_REFUSED_BY_SERVER,

    /** The same, but the library may refuse it, too, as it can be read in two ways. */
    PROTECTED_OR_REFUSED,

    /** Refused unless it is rightly signed, then served whole or refused. */
    WHOLE_OR_REFUSED,

    /** Refused unless it is rightly signed; then the runtime answers without these resources. */
    ANSWERED_BY_RUNTIME,

    /** Refused however it is signed. */
    REFUSED,

    /** Served without a signature. */
    OPEN,

    /** The same, but a server may refuse the request, however it is signed. */
    OPEN_OR_REFUSED_BY_SERVER,

    /** Answered by the runtime itself, without a signature, and without calling a resource. */
    PREFLIGHT
  }
}
