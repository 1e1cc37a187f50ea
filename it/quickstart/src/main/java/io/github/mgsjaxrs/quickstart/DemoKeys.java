package io.github.mgsjaxrs.quickstart;

import io.smallrye.config.PropertiesConfigSource;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.List;
import java.util.Objects;
import java.util.stream.StreamSupport;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.spi.ConfigSource;

/** The keys that the jar brings along. They protect nothing, so any other key replaces them all. */
final class DemoKeys {

  /** The id of the key that signs the printed requests: MD5 with a salt. */
  static final String ID = "demo-md5";

  private static final String SETTINGS = "/demo-keys.properties";
  private static final String STORE = "/demo-keys.p12";
  private static final char[] PASSWORD = "changeit".toCharArray();
  private static final int ORDINAL = 5;
  private static final List<String> KEY_SETTINGS =
      List.of("mgs.keystore.", "mgs.keys.", "MGS_KEYSTORE_", "MGS_KEYS_");

  private DemoKeys() {}

  /** Whether any source names a setting of keys, also one that turns out to be wrong. */
  static boolean areReplacedBy(Config given) {
    return StreamSupport.stream(given.getPropertyNames().spliterator(), false)
        .anyMatch(name -> KEY_SETTINGS.stream().anyMatch(name::startsWith));
  }

  /** The settings that load the demo's keys. */
  static ConfigSource settings() {
    URL settings = Objects.requireNonNull(DemoKeys.class.getResource(SETTINGS), SETTINGS);
    try {
      return new PropertiesConfigSource(settings, ORDINAL);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The salt of the key {@link #ID}. */
  static String salt() {
    try (InputStream in = DemoKeys.class.getResourceAsStream(STORE)) {
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(in, PASSWORD);
      return new String(store.getKey(ID, PASSWORD).getEncoded(), StandardCharsets.UTF_8);
    } catch (IOException | GeneralSecurityException e) {
      throw new IllegalStateException("The jar is not whole: " + STORE + " cannot be read", e);
    }
  }
}
