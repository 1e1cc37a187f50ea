package io.github.mgsjaxrs.keys;

import io.github.mgsjaxrs.crypto.VerificationKey;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The keys as they were at one moment: immutable, answered from memory.
 *
 * <pre>{@code KeySet keys = KeySet.of(Map.of("orders", key));}</pre>
 *
 * <p>Ids are compared exactly, except those that are nothing but the alias of a certificate in a
 * key store that ignores case (the JDK's PKCS12, JCEKS and JKS do): such a store would find them in
 * any case, so they are found here in any case.
 */
public final class KeySet implements KeyResolver {

  private final Map<String, VerificationKey> exact;
  private final Map<String, VerificationKey> anyCase;
  private final Map<String, String> aliases;
  private final Set<String> ids;

  private KeySet(Map<String, VerificationKey> exact, Map<String, VerificationKey> anyCase) {
    this.exact = Map.copyOf(exact);
    this.anyCase = new LinkedHashMap<>();
    this.aliases = new LinkedHashMap<>();
    anyCase.forEach(
        (alias, key) -> {
          this.anyCase.put(fold(alias), key);
          aliases.put(fold(alias), alias);
        });
    Set<String> all = new TreeSet<>(exact.keySet());
    all.addAll(anyCase.keySet());
    this.ids = Collections.unmodifiableSet(all);
  }

  /**
   * Keys whose ids are compared exactly.
   *
   * @param keys key id to key; copied
   * @return the set
   */
  public static KeySet of(Map<String, VerificationKey> keys) {
    return new KeySet(keys, Map.of());
  }

  static KeySet of(Map<String, VerificationKey> exact, Map<String, VerificationKey> anyCase) {
    return new KeySet(exact, anyCase);
  }

  /** As the JDK's key stores fold an alias. */
  static String fold(String alias) {
    return alias.toLowerCase(Locale.ENGLISH);
  }

  @Override
  public Optional<VerificationKey> resolve(String keyId) {
    VerificationKey key = exact.get(keyId);
    return Optional.ofNullable(key != null ? key : anyCase.get(fold(keyId)));
  }

  /** As the store lists it, where a store knows it in any case. */
  @Override
  public String configuredId(String keyId) {
    return exact.containsKey(keyId) ? keyId : aliases.getOrDefault(fold(keyId), keyId);
  }

  /**
   * The ids of all keys, sorted; those that a store knows in any case, as the store lists them.
   *
   * @return an unmodifiable set
   */
  public Set<String> ids() {
    return ids;
  }

  /** The ids and their algorithms. */
  @Override
  public String toString() {
    return "KeySet" + ids;
  }
}
