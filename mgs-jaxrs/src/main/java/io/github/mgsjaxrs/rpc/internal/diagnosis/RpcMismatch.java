package io.github.mgsjaxrs.rpc.internal.diagnosis;

import io.github.mgsjaxrs.crypto.TextKey;
import io.github.mgsjaxrs.internal.diagnosis.Diagnosis;
import io.github.mgsjaxrs.rpc.protocol.RpcTemplate;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * A call of a client that was refused although its key is known, with all that may tell why.
 *
 * @param template how the text is written here
 * @param operationType the operation type as it was sent
 * @param ts the timestamp as it was sent
 * @param entity the bytes of its body, or empty where they are not at hand: then nothing is tried
 * @param signature the signature as it was sent
 * @param keyId the id of its key
 * @param key the key with this id
 * @param otherKeys other keys by their ids, which the call may have been signed with
 */
public record RpcMismatch(
    RpcTemplate template,
    String operationType,
    String ts,
    Optional<byte[]> entity,
    String signature,
    String keyId,
    TextKey key,
    Map<String, TextKey> otherKeys) {

  /** Checks that all parts but the entity are there. */
  public RpcMismatch {
    Objects.requireNonNull(template, "template");
    Objects.requireNonNull(operationType, "operationType");
    Objects.requireNonNull(ts, "ts");
    Objects.requireNonNull(entity, "entity");
    Objects.requireNonNull(signature, "signature");
    Objects.requireNonNull(keyId, "keyId");
    Objects.requireNonNull(key, "key");
    otherKeys = Map.copyOf(otherKeys);
  }

  /**
   * Looks for what would have made the signature match: other ways of writing the body and the
   * timestamp, of joining secret and text, other keys.
   *
   * @return what was found
   */
  public Diagnosis diagnose() {
    return new RpcSearch(this).run();
  }

  /** The call without its body's bytes and its signature. */
  @Override
  public String toString() {
    return "RpcMismatch[" + operationType + ", key " + keyId + "]";
  }
}
