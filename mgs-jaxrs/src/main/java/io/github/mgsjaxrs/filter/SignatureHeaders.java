package io.github.mgsjaxrs.filter;

import io.github.mgsjaxrs.Rejection;
import java.util.List;

/**
 * The two headers of a signed request, each there exactly once.
 *
 * @param signature the signature as written
 * @param keyId the id of the key, as written
 */
record SignatureHeaders(String signature, String keyId) {

  static SignatureHeaders of(RequestSnapshot request, int limit) throws RefusalException {
    requirePresent(request.signatures(), Rejection.SIGNATURE_MISSING);
    requirePresent(request.keyIds(), Rejection.KEY_ID_MISSING);
    requireOnce(request.signatures(), RequestSnapshot.SIGNATURE_HEADER);
    requireOnce(request.keyIds(), RequestSnapshot.KEY_HEADER);
    if (request.contentTypes().size() > 1) {
      throw repeated("Content-Type");
    }
    return of(request.signatures().get(0), request.keyIds().get(0), limit);
  }

  static SignatureHeaders of(String signature, String keyId, int limit) throws RefusalException {
    requirePresent(List.of(signature), Rejection.SIGNATURE_MISSING);
    requirePresent(List.of(keyId), Rejection.KEY_ID_MISSING);
    requireShort(signature, limit, RequestSnapshot.SIGNATURE_HEADER);
    requireShort(keyId, limit, RequestSnapshot.KEY_HEADER);
    return new SignatureHeaders(signature, keyId);
  }

  private static void requirePresent(List<String> values, Rejection missing)
      throws RefusalException {
    for (String value : values) {
      if (!value.isBlank()) {
        return;
      }
    }
    throw new RefusalException(missing, values.isEmpty() ? "there is no header" : "it is empty");
  }

  private static void requireOnce(List<String> values, String name) throws RefusalException {
    if (values.size() > 1) {
      throw repeated(name);
    }
  }

  private static RefusalException repeated(String name) {
    return new RefusalException(Rejection.HEADER_REPEATED, name + " was sent more than once");
  }

  private static void requireShort(String value, int limit, String name) throws RefusalException {
    if (value.length() > limit) {
      throw new RefusalException(
          Rejection.HEADER_TOO_LONG,
          name + " has " + value.length() + " characters, mgs.limits.header is " + limit);
    }
  }
}
