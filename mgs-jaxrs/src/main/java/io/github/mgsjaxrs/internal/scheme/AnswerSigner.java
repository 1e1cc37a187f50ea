package io.github.mgsjaxrs.internal.scheme;

import org.jspecify.annotations.Nullable;

/** Signs an answer whose body is known. */
public interface AnswerSigner {

  /** The header that has the signature, spelt exactly as it has to be sent. */
  String headerName();

  /**
   * The header's value.
   *
   * @param body every byte that is sent
   * @return null where this body is not signed
   */
  @Nullable String sign(byte[] body);
}
