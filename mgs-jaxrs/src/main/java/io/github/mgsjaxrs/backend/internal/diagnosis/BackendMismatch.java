package io.github.mgsjaxrs.backend.internal.diagnosis;

import io.github.mgsjaxrs.Coverage;
import io.github.mgsjaxrs.backend.protocol.Canonicalization;
import io.github.mgsjaxrs.backend.protocol.SignedRequest;
import io.github.mgsjaxrs.crypto.TextKey;
import io.github.mgsjaxrs.internal.diagnosis.Diagnosis;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * A request that was refused although its key is known, with all that may tell why.
 *
 * @param request the request as it was sent
 * @param entity the bytes of its body, or empty where they are not at hand: then variations of the
 *     body are not tried
 * @param signature the value of the signature header
 * @param keyId the value of the key header
 * @param key the key with this id
 * @param otherKeys other keys by their ids, which the request may have been signed with
 * @param canonicalization the settings that the string to sign was written with
 * @param coverage what is refused of what the signature does not cover
 * @param maxParameters how many parameters query and form may have together
 */
public record BackendMismatch(
    SignedRequest request,
    Optional<byte[]> entity,
    String signature,
    String keyId,
    TextKey key,
    Map<String, TextKey> otherKeys,
    Canonicalization canonicalization,
    Coverage coverage,
    int maxParameters) {

  /** Checks that all parts but the entity are there. */
  public BackendMismatch {
    Objects.requireNonNull(request, "request");
    Objects.requireNonNull(entity, "entity");
    Objects.requireNonNull(signature, "signature");
    Objects.requireNonNull(keyId, "keyId");
    Objects.requireNonNull(key, "key");
    otherKeys = Map.copyOf(otherKeys);
    Objects.requireNonNull(canonicalization, "canonicalization");
    Objects.requireNonNull(coverage, "coverage");
  }

  /**
   * Looks for what would have made the signature match.
   *
   * @return what was found
   */
  public Diagnosis diagnose() {
    return new BackendSearch(this).run();
  }

  /** The request without its body's bytes and its signature. */
  @Override
  public String toString() {
    return "BackendMismatch[" + request.method() + ", key " + keyId + "]";
  }
}
