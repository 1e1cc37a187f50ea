package io.github.mgsjaxrs.verifier;

import io.github.mgsjaxrs.MgsConfigurationException;
import io.github.mgsjaxrs.SignatureAlgorithm;
import io.github.mgsjaxrs.crypto.VerificationKey;
import io.github.mgsjaxrs.keys.ReloadingKeys;
import io.github.mgsjaxrs.koogallery.KooGallerySettings;
import io.github.mgsjaxrs.offline.OfflineSettings;
import java.util.List;

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

  /** A request of KooGallery names no key: one that is not listed would never be tried. */
  void requireFor(KooGallerySettings kooGallery) {
    boolean shipped = kooGallery.keys().equals(KooGallerySettings.DEFAULT.keys());
    // most applications are not called by KooGallery, and have none
    List<String> listed = shipped && !serves(kooGallery) ? List.of() : kooGallery.keys();
    for (String id : listed) {
      if (!isAccessKey(id)) {
        throw new MgsConfigurationException(
            "mgs.koogallery.keys names '"
                + id
                + "', which is no key for KOOGALLERY: set mgs.keys.\""
                + id
                + "\".algorithm=KOOGALLERY and its .secret or .alias, or name another");
      }
    }
    for (String id : loaded.current().ids()) {
      if (isAccessKey(id) && listed.stream().noneMatch(id::equalsIgnoreCase)) {
        throw new MgsConfigurationException(
            "Key '"
                + id
                + "' is one for KOOGALLERY, and would never be tried: name it in"
                + " mgs.koogallery.keys, or remove it");
      }
    }
  }

  /** Whether there is a key that requests of KooGallery are verified with. */
  boolean serves(KooGallerySettings kooGallery) {
    return kooGallery.keys().stream().anyMatch(this::isAccessKey);
  }

  private boolean isAccessKey(String id) {
    return loaded
        .resolve(id)
        .filter(key -> key.algorithm() == SignatureAlgorithm.KOOGALLERY)
        .isPresent();
  }
}
