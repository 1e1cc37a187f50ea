package io.github.mgsjaxrs.internal.scheme;

import io.github.mgsjaxrs.Rejection;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;

/** The answers to rejections, the same bytes for every request that is refused for one reason. */
public interface RejectionResponse {

  /**
   * The answer to one rejection.
   *
   * @param rejection why the request is refused
   * @return a response with a body
   */
  Response to(Rejection rejection);

  /**
   * What leaves such an answer its signature.
   *
   * @param refusal what {@link #to} returned
   * @return null where refusals are not signed
   */
  default @Nullable AnswerSigner signer(Response refusal) {
    return null;
  }
}
