package io.github.mgsjaxrs.koogallery.internal.diagnosis;

import io.github.mgsjaxrs.internal.diagnosis.Diagnosis;
import io.github.mgsjaxrs.koogallery.crypto.AccessKey;
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
 * mismatch.diagnose().findings(); // [The parameters were signed as …]
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
    Map<String, AccessKey> keys,
    List<String> listed,
    Map<String, AccessKey> otherKeys,
    int maxParameters) {

  /** Checks that all parts but the entity are there. */
  public KooGalleryMismatch {
    Objects.requireNonNull(query, "query");
    Objects.requireNonNull(entity, "entity");
    keys = Collections.unmodifiableMap(new LinkedHashMap<>(keys));
    listed = List.copyOf(listed);
    otherKeys = Map.copyOf(otherKeys);
  }

  /**
   * Looks for what would have made the signature match: other ways of encoding, ordering and
   * choosing parameters, of writing time, body and signature, of using the access key, other keys.
   *
   * <p>Two together are tried unless the query of version 1 is longer than 4,096 characters or has
   * more than 64 parameters, or the body of version 2 is longer than 8,192 bytes. For a small
   * request that nothing explains, with one key, a warm JVM took 2.8 ms in version 1 (397 checks)
   * and 0.8 ms in version 2 (183); with eight keys and a query of 127,000 characters 51 ms.
   *
   * @return what was found
   */
  public Diagnosis diagnose() {
    return KooGalleryVersions.diagnose(this);
  }

  /** The ids of the keys, without query and body. */
  @Override
  public String toString() {
    return "KooGalleryMismatch[keys " + keys.keySet() + "]";
  }
}
