package io.github.mgsjaxrs.keys;

import io.github.mgsjaxrs.MgsConfigurationException;
import io.github.mgsjaxrs.SignatureAlgorithm;
import io.github.mgsjaxrs.crypto.VerificationKey;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyStore;
import java.security.KeyStoreException;
import java.security.PublicKey;
import java.security.cert.Certificate;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The entries of a key store that was read: which there are, and what key each one is. */
final class LoadedKeyStore {

  private final KeyStore store;
  private final KeyStoreDefinition definition;
  private final KeyParameters parameters;
  private final List<String> aliases;
  private final boolean ignoresCase;

  LoadedKeyStore(KeyStore store, KeyStoreDefinition definition, KeyParameters parameters) {
    this.store = store;
    this.definition = definition;
    this.parameters = parameters;
    try {
      this.aliases = List.copyOf(Collections.list(store.aliases()));
      this.ignoresCase = ignoresCase(store, aliases);
    } catch (KeyStoreException e) {
      throw new MgsConfigurationException(name() + " cannot be listed: " + e.getMessage(), e);
    }
  }

  /** Whether the store finds an alias that it does not list as such. */
  private static boolean ignoresCase(KeyStore store, List<String> aliases)
      throws KeyStoreException {
    for (String alias : aliases) {
      String other = alias.toUpperCase(Locale.ENGLISH);
      if (other.equals(alias)) {
        other = KeySet.fold(alias);
      }
      if (!other.equals(alias) && !aliases.contains(other) && store.containsAlias(other)) {
        return true;
      }
    }
    return false;
  }

  boolean ignoresCase() {
    return ignoresCase;
  }

  List<String> aliases() {
    return aliases;
  }

  /** Whether both name one entry of this store. */
  boolean same(String alias, String other) {
    return alias.equals(other) || (ignoresCase && KeySet.fold(alias).equals(KeySet.fold(other)));
  }

  /** The alias as the store lists it. */
  Optional<String> find(String name) {
    return aliases.stream()
        .filter(name::equals)
        .findFirst()
        .or(() -> aliases.stream().filter(alias -> same(alias, name)).findFirst());
  }

  boolean isCertificate(String alias) {
    return is(alias, KeyStore.TrustedCertificateEntry.class);
  }

  boolean isSecret(String alias) {
    return is(alias, KeyStore.SecretKeyEntry.class);
  }

  private boolean is(String alias, Class<? extends KeyStore.Entry> type) {
    try {
      return store.entryInstanceOf(alias, type);
    } catch (KeyStoreException e) {
      throw new MgsConfigurationException(entry(alias) + " cannot be read: " + e.getMessage(), e);
    }
  }

  /** The key of a certificate; its algorithm has to fit where one is configured. */
  VerificationKey certificateKey(String alias, @Nullable SignatureAlgorithm configured, String id) {
    try {
      Certificate certificate = store.getCertificate(alias);
      if (certificate == null) {
        throw new MgsConfigurationException(
            entry(alias)
                + " holds no certificate: import one, or set "
                + KeyDefinition.setting(id, "alias"));
      }
      if (configured != null && configured.salted()) {
        throw new MgsConfigurationException(
            entry(alias)
                + " is a certificate, "
                + configured
                + " takes a salt: set "
                + KeyDefinition.setting(id, "algorithm")
                + " to "
                + AlgorithmNames.ofPublicKeys()
                + ", or "
                + KeyDefinition.setting(id, "alias")
                + " to a secret-key entry");
      }
      PublicKey key = EncodedPublicKey.of(certificate.getPublicKey().getEncoded());
      if (configured != null) {
        KeyText.requireAlgorithm(key, configured);
      }
      return parameters.of(key);
    } catch (KeyStoreException | IllegalArgumentException e) {
      throw new MgsConfigurationException(
          entry(alias)
              + " is a certificate that cannot be used: "
              + e.getMessage()
              + ". Import the gateway's certificate, remove the entry from the store that"
              + " mgs.keystore.location names, or correct "
              + KeyDefinition.setting(id, "algorithm")
              + " or "
              + KeyDefinition.setting(id, "alias"),
          e);
    }
  }

  /** The key of a secret-key entry: a salt, or a public key as text. */
  VerificationKey secretKey(String alias, @Nullable SignatureAlgorithm algorithm, String id) {
    if (algorithm == null) {
      throw unknownAlgorithm(alias, id);
    }
    byte[] secret = secret(alias);
    try {
      if (algorithm.salted()) {
        return parameters.shared(algorithm, secret);
      }
      return parameters.of(
          KeyText.publicKey(new String(secret, StandardCharsets.UTF_8), algorithm));
    } catch (IllegalArgumentException e) {
      throw new MgsConfigurationException(
          entry(alias)
              + " is no "
              + (algorithm.salted()
                  ? "salt, secret or access key"
                  : algorithm + " public key as text")
              + ": "
              + e.getMessage()
              + ". Import it again, or correct "
              + KeyDefinition.setting(id, "algorithm"),
          e);
    }
  }

  MgsConfigurationException unknownAlgorithm(String alias, String id) {
    return new MgsConfigurationException(
        entry(alias)
            + " is a secret key, which may be a salt, a secret, an access key or the text of a public key:"
            + " set "
            + KeyDefinition.setting(id, "algorithm")
            + " to "
            + AlgorithmNames.all());
  }

  /**
   * The bytes of a secret-key entry: what {@code keytool -importpass} wrote comes back as its ASCII
   * text, any other secret key as the bytes that were put in.
   */
  private byte[] secret(String alias) {
    String password = definition.password();
    if (password == null) {
      throw new MgsConfigurationException(
          entry(alias) + " is a secret key, which needs a password: set mgs.keystore.password");
    }
    try {
      Key key = store.getKey(alias, password.toCharArray());
      byte[] secret = key == null ? null : key.getEncoded();
      if (secret == null) {
        throw new MgsConfigurationException(
            entry(alias) + " does not give out its bytes: use a store whose secrets can be read");
      }
      return secret;
    } catch (GeneralSecurityException e) {
      throw new MgsConfigurationException(
          entry(alias)
              + " cannot be read with the password of the store ("
              + e.getMessage()
              + "): give the entry the same password as mgs.keystore.password"
              + KeyStoreFile.foreignProvider(),
          e);
    }
  }

  private String entry(String alias) {
    return "Entry '" + alias + "' of " + name();
  }

  String name() {
    return KeyStoreFile.name(definition);
  }
}
