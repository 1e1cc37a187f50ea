package io.github.mgsjaxrs.tool;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyStore;
import java.security.PublicKey;
import java.security.cert.Certificate;
import java.util.Collections;
import java.util.List;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * A PKCS12 file with salts and public keys as secret-key entries: the only form that both JDKs and
 * every algorithm of the library have in common.
 */
final class KeyFile {

  /** Bytes; a key takes less than two thousand. */
  private static final int MOST = 16 * 1024 * 1024;

  private final Path file;
  private final char[] password;
  private final KeyStore store;

  KeyFile(String location, char[] password) {
    this.file = Path.of(location);
    this.password = password;
    try {
      this.store = KeyStore.getInstance("PKCS12");
      store.load(Files.exists(file) ? new ByteArrayInputStream(content(file)) : null, password);
    } catch (IOException | GeneralSecurityException e) {
      throw new UnusableException(
          "The key store "
              + file
              + " cannot be opened ("
              + e.getMessage()
              + "): is it PKCS12, and is the password right?",
          e);
    }
  }

  private static byte[] content(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      byte[] content = in.readNBytes(MOST + 1);
      if (content.length > MOST) {
        throw new UnusableException(
            "The key store " + file + " is longer than " + MOST + " bytes: is it one?");
      }
      return content;
    }
  }

  boolean isNew() {
    return !Files.exists(file);
  }

  Path path() {
    return file;
  }

  List<String> aliases() {
    try {
      return Collections.list(store.aliases()).stream().sorted().toList();
    } catch (GeneralSecurityException e) {
      throw unreadable(e);
    }
  }

  boolean contains(String alias) {
    try {
      return store.containsAlias(alias);
    } catch (GeneralSecurityException e) {
      throw unreadable(e);
    }
  }

  /** The bytes of a secret-key entry; null where the entry is another one or not there. */
  byte @Nullable [] secret(String alias) {
    try {
      Key key =
          store.entryInstanceOf(alias, KeyStore.SecretKeyEntry.class)
              ? store.getKey(alias, password)
              : null;
      return key == null ? null : key.getEncoded();
    } catch (GeneralSecurityException e) {
      throw unreadable(e);
    }
  }

  /** The public key of a certificate entry; null where the entry is another one or not there. */
  @Nullable PublicKey certified(String alias) {
    try {
      Certificate certificate = store.getCertificate(alias);
      return certificate == null ? null : certificate.getPublicKey();
    } catch (GeneralSecurityException e) {
      throw unreadable(e);
    }
  }

  void put(String alias, byte[] secret) {
    try {
      // the name is asked for by the format alone: the bytes come back as they are
      store.setKeyEntry(alias, new SecretKeySpec(secret, "HmacSHA256"), password, null);
    } catch (GeneralSecurityException e) {
      throw new UnusableException("'" + alias + "' cannot be stored: " + e.getMessage(), e);
    }
  }

  void remove(String alias) {
    try {
      store.deleteEntry(alias);
    } catch (GeneralSecurityException e) {
      throw unreadable(e);
    }
  }

  /** Writes the whole file at once, readable by its owner alone if it is new. */
  void save() {
    ByteArrayOutputStream content = new ByteArrayOutputStream();
    try {
      store.store(content, password);
      OwnFile.replace(file, content.toByteArray());
    } catch (IOException | GeneralSecurityException e) {
      throw new UnusableException(
          "The key store " + file + " cannot be written: " + e.getMessage(), e);
    }
  }

  private UnusableException unreadable(GeneralSecurityException e) {
    return new UnusableException("The key store " + file + " cannot be read: " + e.getMessage(), e);
  }
}
