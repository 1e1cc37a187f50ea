package io.github.mgsjaxrs.keys;

import io.github.mgsjaxrs.MgsConfigurationException;
import io.github.mgsjaxrs.SignatureAlgorithm;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One key id as configured: the group {@code mgs.keys."<id>".*}.
 *
 * <p>A key comes from exactly one place: its salt, its public key, the location of its public key,
 * or, where none of these is given, the key store entry of its alias.
 *
 * <pre>{@code
 * mgs.keys."orders".algorithm=SM3
 * mgs.keys."orders".salt=the shared salt
 * }</pre>
 *
 * @param id what the gateway sends as the key's id, compared exactly; not empty
 * @param algorithm the algorithm; null where the key's type tells it (RSA and SM2 public keys)
 * @param alias the entry of the key store, or null for the id itself
 * @param salt the salt, the secret or the access key, as its scheme calls it, taken exactly as
 *     given, spaces included
 * @param publicKey the public key as text, see {@link KeyText}
 * @param publicKeyLocation where that text stands: a file, or {@code classpath:} and a name
 */
public record KeyDefinition(
    String id,
    @Nullable SignatureAlgorithm algorithm,
    @Nullable String alias,
    @Nullable String salt,
    @Nullable String publicKey,
    @Nullable String publicKeyLocation) {

  /**
   * Refuses what contradicts itself.
   *
   * @throws MgsConfigurationException when two sources are named, or the algorithm does not fit
   */
  public KeyDefinition {
    if (id.isEmpty()) {
      throw new MgsConfigurationException(
          "A key id is empty: write mgs.keys.\"<id>\" with the id that the gateway sends");
    }
    List<String> sources = new ArrayList<>();
    addGiven(sources, "alias", alias, id);
    addGiven(sources, "salt", salt, id);
    addGiven(sources, "public-key", publicKey, id);
    addGiven(sources, "public-key-location", publicKeyLocation, id);
    if (sources.size() > 1) {
      throw new MgsConfigurationException(
          "Key '"
              + id
              + "' is given more than once, by "
              + String.join(" and ", sources)
              + ": keep one of them");
    }
    if (salt != null && (algorithm == null || !algorithm.salted())) {
      throw new MgsConfigurationException(
          "Key '"
              + id
              + "' is a salt and its algorithm is "
              + (algorithm == null ? "not given" : algorithm)
              + ": set "
              + setting(id, "algorithm")
              + " to "
              + AlgorithmNames.salted());
    }
    if ((publicKey != null || publicKeyLocation != null)
        && algorithm != null
        && algorithm.salted()) {
      throw new MgsConfigurationException(
          "Key '"
              + id
              + "' is a public key and its algorithm is "
              + algorithm
              + ", which takes a salt: set "
              + setting(id, "algorithm")
              + " to "
              + AlgorithmNames.ofPublicKeys()
              + ", or give "
              + setting(id, "salt"));
    }
  }

  private static void addGiven(
      List<String> sources, String member, @Nullable String value, String id) {
    if (value == null) {
      return;
    }
    if (value.isEmpty()) {
      throw new MgsConfigurationException(
          setting(id, member) + " is empty: give it a value, or leave it out");
    }
    sources.add(setting(id, member));
  }

  static String setting(String id, String member) {
    return "mgs.keys.\"" + id + "\"." + member;
  }

  /** Whether the key stands in the key store. */
  boolean inKeyStore() {
    return salt == null && publicKey == null && publicKeyLocation == null;
  }

  /** The entry of the key store. */
  String entry() {
    return alias == null ? id : alias;
  }

  /** Everything but the salt. */
  @Override
  public String toString() {
    return "KeyDefinition[id="
        + id
        + ", algorithm="
        + algorithm
        + ", alias="
        + alias
        + ", salt="
        + (salt == null ? "null" : "<redacted>")
        + ", publicKey="
        + (publicKey == null ? "null" : "<" + publicKey.length() + " characters>")
        + ", publicKeyLocation="
        + publicKeyLocation
        + "]";
  }
}
