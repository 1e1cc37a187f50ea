package io.github.mgsjaxrs.verifier;

import io.github.mgsjaxrs.MgsConfigurationException;
import io.github.mgsjaxrs.internal.settings.Form;
import io.github.mgsjaxrs.internal.settings.SettingDefault;
import io.github.mgsjaxrs.internal.settings.SettingTable;
import io.github.mgsjaxrs.keys.KeyStoreDefinition;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** {@code mgs.keystore.*}. */
final class KeyStoreTable {

  static final SettingTable<Draft> TABLE =
      SettingTable.of("mgs.keystore", Draft::new)
          .with(
              "location",
              Form.TEXT,
              SettingDefault.NONE,
              Draft::location,
              "a file, relative to the working directory, or `classpath:` and a name")
          .with(
              "type",
              Form.TEXT,
              SettingDefault.value(KeyStoreDefinition.DEFAULT_TYPE),
              Draft::type,
              "`PKCS12`, `JCEKS`, `BCFKS`, `JKS`")
          .with(
              "password",
              Form.SECRET,
              SettingDefault.NONE,
              Draft::password,
              "of the store and of its entries")
          .with(
              "provider",
              Form.TEXT,
              SettingDefault.NONE,
              Draft::provider,
              "name of the JCA provider that reads the store");

  private KeyStoreTable() {}

  /** A key store as far as it is read. */
  static final class Draft {
    private @Nullable String location;
    private @Nullable String type;
    private @Nullable String password;
    private @Nullable String provider;

    private Draft location(String value) {
      this.location = value;
      return this;
    }

    private Draft type(String value) {
      this.type = value;
      return this;
    }

    private Draft password(String value) {
      this.password = value;
      return this;
    }

    private Draft provider(String value) {
      this.provider = value;
      return this;
    }

    /**
     * The key store, or empty where nothing is set.
     *
     * @throws MgsConfigurationException if something is set, and not where it lies
     */
    Optional<KeyStoreDefinition> definition() {
      if (location != null) {
        return Optional.of(
            new KeyStoreDefinition(
                location,
                type == null ? KeyStoreDefinition.DEFAULT_TYPE : type,
                password,
                provider));
      }
      if (type == null && password == null && provider == null) {
        return Optional.empty();
      }
      String set = type != null ? "type" : password != null ? "password" : "provider";
      throw new MgsConfigurationException(
          "mgs.keystore."
              + set
              + " is set and mgs.keystore.location is not: set where the key store lies, or remove"
              + " the rest of mgs.keystore");
    }
  }
}
