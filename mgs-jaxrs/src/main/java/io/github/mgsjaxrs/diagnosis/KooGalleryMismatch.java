package io.github.mgsjaxrs.diagnosis;

import io.github.mgsjaxrs.crypto.VerificationKey;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * A request of KooGallery that matched with none of the keys that were tried, with all that may
 * tell why.
 *
 * <pre>{@code
 * KooGalleryMismatch mismatch =
 *     new KooGalleryMismatch(
 *         "p1=a+b&timeStamp=20230403074746618&authToken=HkleEWtD…",
 *         Optional.empty(),
 *         Map.of("koogallery", key),
 *         List.of("koogallery"),
 *         Map.of("koogallery", key, "next", next),
 *         1000);
 * Diagnosis.of(mismatch).findings(); // [The parameters were signed as …]
 * }</pre>
 *
 * @param query the query as it was sent, without its question mark; it holds the signature, and
 *     tells the version by {@code authToken}
 * @param entity the bytes of the body, or empty where they are not at hand: then nothing is tried
 *     of version 2, which signs it
 * @param keys the keys that were tried by their ids, in their order; all are for KOOGALLERY
 * @param listed the ids in {@code mgs.koogallery.keys}
 * @param otherKeys all keys by their ids, which the request may have been signed with
 * @param maxParameters how many parameters the query may have
 */
public record KooGalleryMismatch(
    String query,
    Optional<byte[]> entity,
    Map<String, VerificationKey> keys,
    List<String> listed,
    Map<String, VerificationKey> otherKeys,
    int maxParameters) {

  /** Checks that all parts but the entity are there. */
  public KooGalleryMismatch {
    Objects.requireNonNull(query, "query");
    Objects.requireNonNull(entity, "entity");
    keys = Collections.unmodifiableMap(new LinkedHashMap<>(keys));
    listed = List.copyOf(listed);
    otherKeys = Map.copyOf(otherKeys);
  }

  /** The ids of the keys, without query and body. */
  @Override
  public String toString() {
    return "KooGalleryMismatch[keys " + keys.keySet() + "]";
  }
}
