package io.github.mgsjaxrs.rpc.internal;

import io.github.mgsjaxrs.Coverage.Uncovered;
import io.github.mgsjaxrs.Verified.SignedText;
import java.util.Optional;
import java.util.Set;

/**
 * What is left of the text that a client signed, once its request was verified: the body is not
 * kept.
 *
 * @param operationType the operation that is called
 * @param described the text without the body, escaped
 * @param uncovered what is not covered
 */
public record RpcCall(String operationType, String described, Set<Uncovered> uncovered)
    implements SignedText {

  public RpcCall {
    uncovered = Set.copyOf(uncovered);
  }

  @Override
  public Optional<String> operation() {
    return Optional.of(operationType);
  }

  @Override
  public String describe(boolean values) {
    return described;
  }

  /** The text without the body. */
  @Override
  public String toString() {
    return describe(false);
  }
}
