package io.github.mgsjaxrs.keys;

import io.github.mgsjaxrs.MgsConfigurationException;
import io.github.mgsjaxrs.crypto.Sm2Parameters;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Loads the keys that configuration and key store name. */
public final class KeySource {

  public KeySource(
      Optional<KeyStoreDefinition> keyStore, List<KeyDefinition> keys, Sm2Parameters sm2) {}

  public KeySet load() {
    throw new MgsConfigurationException("not yet");
  }

  public List<Path> files() {
    return List.of();
  }
}
