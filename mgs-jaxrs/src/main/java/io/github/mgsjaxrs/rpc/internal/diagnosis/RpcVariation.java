package io.github.mgsjaxrs.rpc.internal.diagnosis;

import io.github.mgsjaxrs.internal.diagnosis.Finding;
import java.util.function.UnaryOperator;

/**
 * One way in which the text of a call may have been written otherwise.
 *
 * @param part the part that it changes
 * @param finding what it means if it matches
 * @param change makes the text of it
 */
record RpcVariation(Part part, Finding finding, UnaryOperator<RpcReading> change) {

  /** What can be changed besides the others. */
  enum Part {
    TEMPLATE,
    OPERATION_TYPE,
    BODY,
    BASE64,
    TS
  }
}
