package io.github.mgsjaxrs.internal.scheme;

import io.github.mgsjaxrs.Rejection;
import io.github.mgsjaxrs.Scheme;
import io.github.mgsjaxrs.crypto.VerificationKey;
import io.github.mgsjaxrs.internal.entity.RefusalException;
import io.github.mgsjaxrs.internal.log.FaultLog;
import io.github.mgsjaxrs.internal.request.Escaping;
import io.github.mgsjaxrs.keys.KeyResolver;
import io.github.mgsjaxrs.keys.KeySet;
import io.github.mgsjaxrs.keys.ReloadingKeys;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Finds the key that a request names, among those of its scheme. */
public final class KeyLookup {

  private static final System.Logger LOG = System.getLogger(KeyLookup.class.getName());

  private final KeyResolver keys;
  private final Predicate<String> ofPackages;
  private final FaultLog unavailable = new FaultLog(LOG);

  /**
   * The keys of one verifier.
   *
   * @param keys all of them
   * @param ofPackages tells the ids of those that verify packages, and no request
   */
  public KeyLookup(KeyResolver keys, Predicate<String> ofPackages) {
    this.keys = keys;
    this.ofPackages = ofPackages;
  }

  /**
   * Finds a key.
   *
   * @param keyId the id as the request has it
   * @param scheme the scheme of the request
   * @param kind what checks signatures of the scheme
   * @return the key
   * @throws RefusalException if there is none of this scheme, or the keys cannot be told
   */
  public <K extends VerificationKey> K key(String keyId, Scheme scheme, Class<K> kind)
      throws RefusalException {
    // else a file that was signed for a package could stand in for a request's text
    if (ofPackages.test(keyId)) {
      throw new RefusalException(
          Rejection.KEY_UNKNOWN,
          "key '" + Escaping.oneLine(keyId) + "' is one of mgs.offline.keys, for packages alone");
    }
    VerificationKey key = resolved(keyId);
    if (key == null) {
      throw new RefusalException(
          Rejection.KEY_UNKNOWN, "no key has the id '" + Escaping.oneLine(keyId) + "'");
    }
    if (key.algorithm().scheme() != scheme) {
      throw new RefusalException(
          Rejection.KEY_UNKNOWN,
          "key '"
              + Escaping.oneLine(keyId)
              + "' is one of "
              + key.algorithm()
              + ", which no "
              + scheme
              + " request is signed with: mgs.keys.\"<id>\".algorithm says what a key is for");
    }
    if (!kind.isInstance(key)) {
      throw new RefusalException(
          Rejection.KEY_UNKNOWN,
          "key '"
              + Escaping.oneLine(keyId)
              + "' is a "
              + key.getClass().getName()
              + ", and requests of its algorithm are verified with a "
              + kind.getName()
              + ": have the key resolver return one");
    }
    return kind.cast(key);
  }

  /**
   * The keys of one kind that are there now, for explanations; nobody can list those of an
   * application's own resolver.
   *
   * @param kind what checks signatures of a scheme
   * @return the keys by their ids
   */
  public <K extends VerificationKey> Map<String, K> known(Class<K> kind) {
    KeySet set =
        keys instanceof ReloadingKeys reloading
            ? reloading.current()
            : keys instanceof KeySet fixed ? fixed : KeySet.of(Map.of());
    Map<String, K> all = new LinkedHashMap<>();
    for (String id : set.ids()) {
      set.resolve(id).filter(kind::isInstance).ifPresent(key -> all.put(id, kind.cast(key)));
    }
    return all;
  }

  /**
   * The id by which a key is configured, however a request spells it.
   *
   * @param keyId the id as the request has it
   * @return the configured id, or the same where there is no such key
   * @throws RefusalException if the keys cannot be told
   */
  public String configuredId(String keyId) throws RefusalException {
    return told(() -> keys.configuredId(keyId));
  }

  private @Nullable VerificationKey resolved(String keyId) throws RefusalException {
    return told(() -> keys.resolve(keyId)).orElse(null);
  }

  /** A resolver may be the application's own, and fail in ways that its contract does not name. */
  private <T> T told(Supplier<T> asking) throws RefusalException {
    try {
      T answer = asking.get();
      unavailable.gone("The verification keys are available again");
      return answer;
    } catch (RuntimeException failed) {
      unavailable.met("The verification keys are not available: requests are answered 503", failed);
      throw new RefusalException(Rejection.UNAVAILABLE, "the keys are not available");
    }
  }
}
