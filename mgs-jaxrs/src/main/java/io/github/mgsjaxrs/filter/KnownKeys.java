package io.github.mgsjaxrs.filter;

import io.github.mgsjaxrs.crypto.VerificationKey;
import io.github.mgsjaxrs.keys.KeyResolver;
import io.github.mgsjaxrs.keys.KeySet;
import io.github.mgsjaxrs.keys.ReloadingKeys;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Keys by their ids, for explanations. */
final class KnownKeys {

  private KnownKeys() {}

  /** The keys that are there now; nobody can list those of an application's own resolver. */
  static Map<String, VerificationKey> of(KeyResolver keys) {
    KeySet set =
        keys instanceof ReloadingKeys reloading
            ? reloading.current()
            : keys instanceof KeySet fixed ? fixed : KeySet.of(Map.of());
    Map<String, VerificationKey> all = new LinkedHashMap<>();
    for (String id : set.ids()) {
      set.resolve(id).ifPresent(key -> all.put(id, key));
    }
    return all;
  }

  /** The keys that a request was tried with, in their order. */
  static Map<String, VerificationKey> of(List<NamedKey> tried) {
    Map<String, VerificationKey> all = new LinkedHashMap<>();
    tried.forEach(named -> all.put(named.id(), named.key()));
    return all;
  }
}
