package io.github.mgsjaxrs.verifier;

import io.github.mgsjaxrs.MgsConfigurationException;
import io.github.mgsjaxrs.SignatureAlgorithm;
import io.github.mgsjaxrs.crypto.VerificationKey;
import io.github.mgsjaxrs.keys.ReloadingKeys;
import io.github.mgsjaxrs.offline.OfflineSettings;

/** Whether the settings and the keys that were loaded fit each other. */
final class KeyChecks {

  private final ReloadingKeys loaded;

  KeyChecks(ReloadingKeys loaded) {
    this.loaded = loaded;
  }

  /** Each key that packages are verified with has to be there. */
  void requireFor(OfflineSettings offline) {
    for (String id : offline.keys()) {
      SignatureAlgorithm found = loaded.resolve(id).map(VerificationKey::algorithm).orElse(null);
      if (found != SignatureAlgorithm.RSA) {
        throw new MgsConfigurationException(
            "mgs.offline.keys names '"
                + id
                + "', which is "
                + (found == null ? "no key" : "a key for " + found)
                + ": name an RSA key, by mgs.keys.\"<id>\" or an entry of the key store");
      }
    }
  }
}
