package io.github.mgsjaxrs.keys;

import io.github.mgsjaxrs.MgsConfigurationException;
import org.jspecify.annotations.Nullable;

/**
 * The key store as configured: the group {@code mgs.keystore.*}.
 *
 * <p>PKCS12, JCEKS and BCFKS hold every form of key; JKS RSA certificates only. An SM2 certificate
 * goes into BCFKS, or its public key as text into a secret-key entry.
 *
 * <pre>{@code new KeyStoreDefinition("/etc/app/mgs.p12", "PKCS12", "changeit", null)}</pre>
 *
 * @param location a file, relative to the working directory, or {@code classpath:} and a name
 * @param type the type, {@value #DEFAULT_TYPE} by default
 * @param password the password of the store and of its secret-key entries; null for none
 * @param provider the name of the JCA provider that reads it, or null: then the JDK's own for the
 *     JDK's types, Bouncy Castle (which need not be registered) for BCFKS
 */
public record KeyStoreDefinition(
    String location, String type, @Nullable String password, @Nullable String provider) {

  /** The type where none is configured. */
  public static final String DEFAULT_TYPE = "PKCS12";

  /**
   * Refuses what is empty.
   *
   * @throws MgsConfigurationException when the location, the type or the provider is blank
   */
  public KeyStoreDefinition {
    refuseBlank("location", location);
    refuseBlank("type", type);
    if (provider != null) {
      refuseBlank("provider", provider);
    }
  }

  /**
   * A PKCS12 file.
   *
   * @param location a file, relative to the working directory, or {@code classpath:} and a name
   * @param password the password of the store and of its secret-key entries; null for none
   */
  public KeyStoreDefinition(String location, @Nullable String password) {
    this(location, DEFAULT_TYPE, password, null);
  }

  private static void refuseBlank(String member, String value) {
    if (value.isBlank()) {
      throw new MgsConfigurationException(
          "The " + member + " of the key store is empty: give it a value, or leave it out");
    }
  }

  /** Everything but the password. */
  @Override
  public String toString() {
    return "KeyStoreDefinition[location="
        + location
        + ", type="
        + type
        + ", password="
        + (password == null ? "null" : "<redacted>")
        + ", provider="
        + provider
        + "]";
  }
}
