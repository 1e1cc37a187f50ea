package io.github.mgsjaxrs.verifier;

import io.github.mgsjaxrs.MgsConfigurationException;
import io.github.mgsjaxrs.Scheme;
import io.github.mgsjaxrs.SignatureAlgorithm;
import io.github.mgsjaxrs.internal.scheme.SchemeSlice;
import io.github.mgsjaxrs.internal.settings.Form;
import io.github.mgsjaxrs.internal.settings.SettingDefault;
import io.github.mgsjaxrs.internal.settings.SettingGroup;
import io.github.mgsjaxrs.internal.slices.SchemeSlices;
import io.github.mgsjaxrs.keys.KeyDefinition;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** {@code mgs.keys."<id>".*}. */
final class KeyTable {

  private static final Form<SignatureAlgorithm> ALGORITHM =
      Form.words(
          Arrays.stream(SignatureAlgorithm.values())
              .collect(Collectors.toMap(Enum::name, Function.identity())));

  static final SettingGroup<Draft> GROUP =
      SettingGroup.of("mgs.keys.", "<id>", Draft::new)
          .with(
              "algorithm",
              ALGORITHM,
              SettingDefault.otherwise("from the key's type"),
              Draft::algorithm,
              SchemeSlices.all().map(KeyTable::algorithms).collect(Collectors.joining(", "))
                  + "; a salt, a secret, and a secret-key entry, must name it")
          .with(
              "alias",
              Form.EXACT_TEXT,
              SettingDefault.otherwise("the id"),
              Draft::alias,
              "the entry of the key store")
          .with("salt", Form.SECRET, SettingDefault.NONE, Draft::salt, "the salt, taken exactly")
          .with(
              "secret",
              Form.SECRET,
              SettingDefault.NONE,
              Draft::secret,
              "another word for `salt`: the secret of a client's `AppId`, taken exactly")
          .with(
              "public-key",
              Form.PUBLIC_KEY,
              SettingDefault.NONE,
              Draft::publicKey,
              "the public key as text")
          .with(
              "public-key-location",
              Form.TEXT,
              SettingDefault.NONE,
              Draft::publicKeyLocation,
              "where that text stands: a file, or `classpath:` and a name");

  private KeyTable() {}

  /** Those of one scheme; most keys are the gateway's, which therefore is not named. */
  private static String algorithms(SchemeSlice slice) {
    Scheme scheme = slice.settings().scheme();
    String names =
        Stream.of(SignatureAlgorithm.values())
            .filter(algorithm -> algorithm.scheme() == scheme)
            .map(algorithm -> "`" + algorithm + "`")
            .collect(Collectors.joining(", "));
    return scheme == Scheme.BACKEND ? names : "for " + slice.signer() + " " + names;
  }

  /** A key as far as it is read. */
  static final class Draft {
    private final String id;
    private @Nullable SignatureAlgorithm algorithm;
    private @Nullable String alias;
    private @Nullable String salt;
    private @Nullable String secret;
    private @Nullable String publicKey;
    private @Nullable String publicKeyLocation;

    private Draft(String id) {
      this.id = id;
    }

    private Draft algorithm(SignatureAlgorithm value) {
      this.algorithm = value;
      return this;
    }

    private Draft alias(String value) {
      this.alias = value;
      return this;
    }

    private Draft salt(String value) {
      this.salt = value;
      return this;
    }

    private Draft secret(String value) {
      this.secret = value;
      return this;
    }

    private Draft publicKey(String value) {
      this.publicKey = value;
      return this;
    }

    private Draft publicKeyLocation(String value) {
      this.publicKeyLocation = value;
      return this;
    }

    /**
     * The key, or empty where nothing is set of it.
     *
     * @throws MgsConfigurationException if what is set contradicts itself
     */
    Optional<KeyDefinition> definition() {
      if (Stream.of(algorithm, alias, salt, secret, publicKey, publicKeyLocation)
          .allMatch(Objects::isNull)) {
        return Optional.empty();
      }
      // one thing by two names: the backend's and that of RPC
      if (salt != null && secret != null) {
        throw new MgsConfigurationException(
            GROUP.quoted(id, "salt")
                + " and "
                + GROUP.quoted(id, "secret")
                + " are both set: keep the one that goes with the algorithm");
      }
      return Optional.of(
          new KeyDefinition(
              id, algorithm, alias, salt == null ? secret : salt, publicKey, publicKeyLocation));
    }
  }
}
