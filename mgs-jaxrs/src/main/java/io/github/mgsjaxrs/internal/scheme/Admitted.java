package io.github.mgsjaxrs.internal.scheme;

import io.github.mgsjaxrs.Coverage;
import io.github.mgsjaxrs.crypto.VerificationKey;
import io.github.mgsjaxrs.internal.request.RequestSnapshot;
import java.security.MessageDigest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A request that may have its entity read: its headers are in order and its key is known.
 *
 * @param <C> what it says of its signature
 * @param <K> what checks it
 * @param request the request as it was sent
 * @param claim its signature and key id
 * @param keys the keys with this id; several, where the request names none
 * @param coverage what is refused of what the signature does not cover
 * @param announced the announced length of its entity in bytes, or -1
 * @param digest what its entity is fed to, or null
 */
public record Admitted<C extends SignatureClaim, K extends VerificationKey>(
    RequestSnapshot request,
    C claim,
    List<NamedKey<K>> keys,
    Coverage coverage,
    long announced,
    @Nullable MessageDigest digest) {

  public Admitted {
    keys = List.copyOf(keys);
  }

  /** The key, where a request names it. */
  public K key() {
    return keys.get(0).key();
  }

  /** Its configured id, where a request names it. */
  public String keyId() {
    return keys.get(0).id();
  }

  /** The key with which the request verified. */
  public K key(String id) {
    for (NamedKey<K> named : keys) {
      if (named.id().equals(id)) {
        return named.key();
      }
    }
    throw new IllegalStateException("Verified with a key that was not tried");
  }

  /** All keys by their ids, in the order in which they are tried. */
  public Map<String, K> keysById() {
    Map<String, K> all = new LinkedHashMap<>();
    keys.forEach(named -> all.put(named.id(), named.key()));
    return all;
  }
}
