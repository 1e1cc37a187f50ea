package io.github.mgsjaxrs.keys;

import io.github.mgsjaxrs.MgsConfigurationException;
import io.github.mgsjaxrs.crypto.VerificationKey;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Which key id means which entry of a key store; the rules stand at {@link KeySource}. */
final class KeyStoreKeys {

  private static final int MAX_LISTED = 20;

  private final LoadedKeyStore store;

  KeyStoreKeys(LoadedKeyStore store) {
    this.store = store;
  }

  /** The key of the entry that a configured id refers to. */
  VerificationKey configured(KeyDefinition key) {
    String alias = store.find(key.entry()).orElseThrow(() -> missing(key));
    return store.isSecret(alias)
        ? store.secretKey(alias, key.algorithm(), key.id())
        : store.certificateKey(alias, key.algorithm(), key.id());
  }

  private MgsConfigurationException missing(KeyDefinition key) {
    return new MgsConfigurationException(
        "Key '"
            + key.id()
            + "' should be entry '"
            + key.entry()
            + "' of "
            + store.name()
            + ", which has only "
            + listed()
            + ": import it, or set "
            + KeyDefinition.setting(key.id(), "alias")
            + "; without its password a store may show fewer entries");
  }

  /** The configured keys, and those of the certificates that no configured id refers to. */
  KeySet withUnreferenced(Map<String, VerificationKey> configured, List<KeyDefinition> keys) {
    Map<String, VerificationKey> unreferenced = new LinkedHashMap<>();
    for (String alias : store.aliases()) {
      if (keys.stream().anyMatch(key -> takes(key, alias))) {
        continue;
      }
      if (store.isSecret(alias)) {
        throw store.unknownAlgorithm(alias, alias);
      }
      if (store.isCertificate(alias)) {
        unreferenced.put(alias, store.certificateKey(alias, null, alias));
      }
    }
    if (configured.isEmpty() && unreferenced.isEmpty()) {
      throw new MgsConfigurationException(
          store.name()
              + " holds no key that can be used (entries: "
              + listed()
              + "): import one with keytool -importcert or -importpass. Certificates that"
              + " openssl pkcs12 -nokeys exports do not show in a JDK, private-key entries"
              + " count only where mgs.keys.\"<id>\".alias names them");
    }
    if (store.ignoresCase()) {
      return KeySet.of(configured, unreferenced);
    }
    Map<String, VerificationKey> all = new LinkedHashMap<>(configured);
    all.putAll(unreferenced);
    return KeySet.of(all);
  }

  /** Whether a configured id refers to the entry, or is itself what the entry would be known as. */
  private boolean takes(KeyDefinition key, String alias) {
    return (key.inKeyStore() && store.same(alias, key.entry())) || store.same(alias, key.id());
  }

  private String listed() {
    List<String> aliases = store.aliases();
    return aliases.size() <= MAX_LISTED
        ? aliases.toString()
        : aliases.subList(0, MAX_LISTED) + " and " + (aliases.size() - MAX_LISTED) + " more";
  }
}
