package io.github.mgsjaxrs.koogallery.internal;

import io.github.mgsjaxrs.MgsConfigurationException;
import io.github.mgsjaxrs.SignatureAlgorithm;
import io.github.mgsjaxrs.keys.ReloadingKeys;
import io.github.mgsjaxrs.koogallery.KooGallerySettings;
import java.util.List;

/** Whether the access keys that were loaded are those that requests are tried with. */
final class KooGalleryKeys {

  private final KooGallerySettings kooGallery;
  private final ReloadingKeys loaded;

  KooGalleryKeys(KooGallerySettings kooGallery, ReloadingKeys loaded) {
    this.kooGallery = kooGallery;
    this.loaded = loaded;
  }

  /** A request of KooGallery names no key: one that is not listed would never be tried. */
  void require() {
    boolean shipped = kooGallery.keys().equals(KooGallerySettings.DEFAULT.keys());
    // most applications are not called by KooGallery, and have none
    List<String> listed = shipped && !areThere() ? List.of() : kooGallery.keys();
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

  /** Whether there is one that requests are verified with. */
  boolean areThere() {
    return kooGallery.keys().stream().anyMatch(this::isAccessKey);
  }

  private boolean isAccessKey(String id) {
    return loaded
        .resolve(id)
        .filter(key -> key.algorithm() == SignatureAlgorithm.KOOGALLERY)
        .isPresent();
  }
}
