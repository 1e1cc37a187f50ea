package io.github.mgsjaxrs.filter;

import io.github.mgsjaxrs.crypto.AccessKey;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** What stands in {@code Body-Sign} of an answer whose body is known. */
@FunctionalInterface
interface AnswerSigner {

  /**
   * The header's value.
   *
   * @param body every byte that is sent
   * @return null where this body is not signed
   */
  @Nullable String bodySign(byte[] body);

  /** Signs whatever is answered to a request that was verified. */
  static AnswerSigner by(AccessKey key) {
    return body -> KooGalleryResponse.bodySign(key, body);
  }

  /**
   * Leaves a refusal the signature that it came with, as long as nobody changes its body: no
   * stranger gets a text signed that is not one of ours.
   *
   * @param refusal the answer to a request that was not verified
   * @return null where it has no signature
   */
  static @Nullable AnswerSigner of(Response refusal) {
    String signature = refusal.getHeaderString(KooGalleryResponse.BODY_SIGN);
    if (signature == null || !(refusal.getEntity() instanceof byte[] document)) {
      return null;
    }
    return body -> Arrays.equals(body, document) ? signature : null;
  }
}
