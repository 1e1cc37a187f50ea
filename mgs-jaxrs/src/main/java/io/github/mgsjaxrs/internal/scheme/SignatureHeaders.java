package io.github.mgsjaxrs.internal.scheme;

import io.github.mgsjaxrs.Rejected;
import io.github.mgsjaxrs.Rejection;
import io.github.mgsjaxrs.internal.entity.RefusalException;
import io.github.mgsjaxrs.internal.request.RequestSnapshot;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Signature and key id of a request, each there exactly once.
 *
 * @param signature the signature as written
 * @param keyId the id of the key, as written
 */
public record SignatureHeaders(String signature, String keyId) implements SignatureClaim {

  @Override
  public List<String> keyIds() {
    return List.of(keyId);
  }

  /**
   * Reads both, wherever a scheme has them.
   *
   * @param request the request as it was sent
   * @param signatureHeader the name of the signature header
   * @param keyHeader the name of the header with the key id
   * @param limit how many characters a header may have
   * @return both
   * @throws RefusalException if one is missing, repeated or too long
   */
  public static SignatureHeaders of(
      RequestSnapshot request, String signatureHeader, String keyHeader, int limit)
      throws RefusalException {
    List<String> signatures = request.signing().of(signatureHeader);
    List<String> keyIds = request.signing().of(keyHeader);
    requirePresent(signatures, Rejection.SIGNATURE_MISSING, signatureHeader);
    requirePresent(keyIds, Rejection.KEY_ID_MISSING, keyHeader);
    requireOnce(signatures, signatureHeader);
    requireOnce(keyIds, keyHeader);
    requireOnce(request.contentTypes().values(), "Content-Type");
    requireShort(signatures.get(0), limit, signatureHeader);
    requireShort(keyIds.get(0), limit, keyHeader);
    return new SignatureHeaders(signatures.get(0), keyIds.get(0));
  }

  public static void requirePresent(List<String> values, Rejection missing, String name)
      throws RefusalException {
    Rejected absent = absent(values, missing, name);
    if (absent != null) {
      throw new RefusalException(absent.rejection(), absent.reason());
    }
  }

  /** The verdict on a request that lacks a value; null where it has one. */
  public static @Nullable Rejected absent(List<String> values, Rejection missing, String name) {
    for (int i = 0; i < values.size(); i++) {
      if (!values.get(i).isBlank()) {
        return null;
      }
    }
    return new Rejected(missing, values.isEmpty() ? "there is no " + name : name + " is empty");
  }

  public static void requireOnce(List<String> values, String name) throws RefusalException {
    if (values.size() > 1) {
      throw new RefusalException(Rejection.HEADER_REPEATED, name + " was sent more than once");
    }
  }

  public static void requireShort(String value, int limit, String name) throws RefusalException {
    if (value.length() > limit) {
      throw new RefusalException(
          Rejection.HEADER_TOO_LONG,
          name + " has " + value.length() + " characters, mgs.limits.header is " + limit);
    }
  }
}
