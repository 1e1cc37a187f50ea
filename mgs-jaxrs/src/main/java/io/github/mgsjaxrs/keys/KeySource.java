package io.github.mgsjaxrs.keys;

import io.github.mgsjaxrs.MgsConfigurationException;
import io.github.mgsjaxrs.SignatureAlgorithm;
import io.github.mgsjaxrs.crypto.VerificationKey;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Loads the keys that the configuration names, from itself, from files and from a key store.
 *
 * <p>Which ids are known:
 *
 * <ul>
 *   <li>every configured id, compared exactly;
 *   <li>the alias of every certificate entry that no configured id refers to, compared as the store
 *       compares. A private-key entry counts only where a configured id refers to it, so that a
 *       server's own TLS key does not become a gateway's key by standing in the same store.
 * </ul>
 *
 * <p>An entry that an id names by its {@code alias} is known under that id only. Everything is
 * read, parsed and checked at {@link #load()}; a secret-key entry without a configured algorithm,
 * and a certificate that is neither RSA nor SM2, are faults of the configuration.
 *
 * <pre>{@code
 * KeySource source = new KeySource(
 *     Optional.of(new KeyStoreDefinition("mgs.p12", "changeit")),
 *     List.of(new KeyDefinition("orders", SignatureAlgorithm.SM3, null, null, null, null)),
 *     parameters);
 * KeyResolver keys = source.load();
 * }</pre>
 */
public final class KeySource {

  private static final int MAX_STORE_BYTES = 16 * 1024 * 1024;

  private final @Nullable KeyStoreDefinition keyStore;
  private final @Nullable Location keyStoreLocation;
  private final List<KeyDefinition> keys;
  private final KeyParameters parameters;
  private final ClassLoader loader;

  /**
   * Nothing is read yet. Resources of the class path are looked up by the context class loader of
   * the thread that calls this, then by the library's own.
   *
   * @param keyStore the key store, or empty for none
   * @param keys the configured ids
   * @param parameters what all keys of a kind have in common
   * @throws MgsConfigurationException when an id is given twice, or refers to a key store and there
   *     is none
   */
  public KeySource(
      Optional<KeyStoreDefinition> keyStore, List<KeyDefinition> keys, KeyParameters parameters) {
    this.keyStore = keyStore.orElse(null);
    this.keyStoreLocation =
        keyStore
            .map(store -> new Location(store.location(), "mgs.keystore.location", MAX_STORE_BYTES))
            .orElse(null);
    this.keys = List.copyOf(keys);
    this.parameters = parameters;
    ClassLoader context = Thread.currentThread().getContextClassLoader();
    this.loader = context == null ? ClassLoader.getSystemClassLoader() : context;
    Set<String> seen = new HashSet<>();
    for (KeyDefinition key : this.keys) {
      if (!seen.add(key.id())) {
        throw new MgsConfigurationException(
            "Key '" + key.id() + "' is given twice: keep one mgs.keys.\"" + key.id() + "\" group");
      }
      if (key.inKeyStore() && this.keyStore == null) {
        throw new MgsConfigurationException(
            "Key '"
                + key.id()
                + "' has neither salt nor public key, and there is no key store to look into: set "
                + KeyDefinition.setting(key.id(), "salt")
                + ", "
                + KeyDefinition.setting(key.id(), "public-key")
                + " or mgs.keystore.location");
      }
    }
  }

  /**
   * Reads all there is.
   *
   * @return the keys, at least one
   * @throws MgsConfigurationException when anything is missing, unreadable or unfit; the message
   *     names the root cause and the setting to change
   */
  public KeySet load() {
    return load(contents());
  }

  /**
   * The files whose change may change the keys: the key store, and every file that holds a public
   * key. Resources of the class path are none.
   *
   * @return the paths as configured
   */
  public List<Path> files() {
    return fileLocations().stream().flatMap(location -> location.file().stream()).toList();
  }

  /** The bytes of all files as they are now; links are followed anew each time. */
  Map<Path, byte[]> contents() {
    Map<Path, byte[]> contents = new LinkedHashMap<>();
    for (Location location : fileLocations()) {
      location.file().ifPresent(file -> contents.computeIfAbsent(file, f -> location.read()));
    }
    return contents;
  }

  private List<Location> fileLocations() {
    List<Location> locations = new ArrayList<>();
    if (keyStoreLocation != null) {
      locations.add(keyStoreLocation);
    }
    for (KeyDefinition key : keys) {
      String location = key.publicKeyLocation();
      if (location != null) {
        locations.add(publicKeyLocation(key.id(), location));
      }
    }
    return locations;
  }

  private static Location publicKeyLocation(String id, String location) {
    return new Location(
        location, KeyDefinition.setting(id, "public-key-location"), KeyText.MAX_CHARACTERS);
  }

  /** The keys of these files. */
  KeySet load(Map<Path, byte[]> files) {
    KeyStoreKeys store = openStore(files);
    Map<String, VerificationKey> configured = new LinkedHashMap<>();
    for (KeyDefinition key : keys) {
      configured.put(key.id(), key(key, store, files));
    }
    if (store != null) {
      return store.withUnreferenced(configured, keys);
    }
    if (configured.isEmpty()) {
      throw new MgsConfigurationException(
          "No key is configured, so every signed request would be refused: set"
              + " mgs.keystore.location, or mgs.keys.\"<id>\".salt or .public-key");
    }
    return KeySet.of(configured);
  }

  private @Nullable KeyStoreKeys openStore(Map<Path, byte[]> files) {
    if (keyStore == null || keyStoreLocation == null) {
      return null;
    }
    byte[] content = keyStoreLocation.content(files, loader);
    return new KeyStoreKeys(
        new LoadedKeyStore(KeyStoreFile.load(keyStore, content), keyStore, parameters));
  }

  private VerificationKey key(
      KeyDefinition key, @Nullable KeyStoreKeys store, Map<Path, byte[]> files) {
    String salt = key.salt();
    SignatureAlgorithm algorithm = key.algorithm();
    if (salt != null && algorithm != null) {
      return parameters.shared(algorithm, salt.getBytes(StandardCharsets.UTF_8));
    }
    String publicKey = key.publicKey();
    if (publicKey != null) {
      return fromText(key, publicKey, "public-key");
    }
    String location = key.publicKeyLocation();
    if (location != null) {
      byte[] content = publicKeyLocation(key.id(), location).content(files, loader);
      return fromText(key, new String(content, StandardCharsets.UTF_8), "public-key-location");
    }
    if (store == null) {
      throw new IllegalStateException("checked in the constructor");
    }
    return store.configured(key);
  }

  private VerificationKey fromText(KeyDefinition key, String text, String member) {
    SignatureAlgorithm algorithm = key.algorithm();
    try {
      return parameters.of(
          algorithm == null ? KeyText.publicKey(text) : KeyText.publicKey(text, algorithm));
    } catch (IllegalArgumentException e) {
      throw new MgsConfigurationException(
          "Key '"
              + key.id()
              + "' cannot be used: "
              + e.getMessage()
              + ". Correct "
              + KeyDefinition.setting(key.id(), member)
              + (algorithm == null ? "" : " or " + KeyDefinition.setting(key.id(), "algorithm")),
          e);
    }
  }
}
