package io.github.mgsjaxrs.offline;

import io.github.mgsjaxrs.MgsConfigurationException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What resource methods with a {@link VerifiedPackage} are served by ({@code mgs.offline.*}).
 *
 * <pre>{@code
 * MgsVerifier.builder()
 *     .publicKey("packages", SignatureAlgorithm.RSA, pem)
 *     .offline(OfflineSettings.DEFAULT.withKeys("packages"))
 * }</pre>
 *
 * @param keys the ids of the RSA keys that packages are verified with; empty where no package is
 *     taken. A key named here verifies packages only: no request is admitted by it
 * @param mediaTypes the content types that are read as packages, such as {@code application/zip}
 * @param limits what a package may be
 */
public record OfflineSettings(Set<String> keys, Set<String> mediaTypes, OfflineLimits limits) {

  /** No key, so that no package is taken; {@code application/zip} and the shipped limits. */
  public static final OfflineSettings DEFAULT =
      new OfflineSettings(Set.of(), Set.of("application/zip"), OfflineLimits.DEFAULT);

  /**
   * Checks the content types.
   *
   * @throws MgsConfigurationException when one is not of the form {@code type/subtype}
   */
  public OfflineSettings {
    keys = Set.copyOf(keys);
    Set<String> types = new LinkedHashSet<>();
    for (String type : mediaTypes) {
      types.add(requireType(type));
    }
    mediaTypes = Set.copyOf(types);
    if (mediaTypes.isEmpty()) {
      throw new MgsConfigurationException(
          "No content type is read as a package: name one, such as application/zip");
    }
  }

  private static String requireType(String type) {
    String lower = type.toLowerCase(Locale.ROOT);
    if (!lower.matches("[a-z0-9!#$&^_.+-]+/[a-z0-9!#$&^_.+-]+")) {
      throw new MgsConfigurationException(
          "The content type '"
              + type
              + "' is none that packages have: one without parameters, such as application/zip, is needed");
    }
    return lower;
  }

  /**
   * Takes packages that one of these keys has signed.
   *
   * @param ids ids of the verifier's RSA keys; several while keys are replaced
   * @return settings with these keys
   */
  public OfflineSettings withKeys(String... ids) {
    return new OfflineSettings(new LinkedHashSet<>(List.of(ids)), mediaTypes, limits);
  }

  /**
   * Reads other content types as packages.
   *
   * @param types content types without parameters
   * @return settings with these types
   */
  public OfflineSettings withMediaTypes(String... types) {
    return new OfflineSettings(keys, new LinkedHashSet<>(List.of(types)), limits);
  }

  /**
   * Sets the limits.
   *
   * @param choice what a package may be
   * @return settings with these limits
   */
  public OfflineSettings withLimits(OfflineLimits choice) {
    return new OfflineSettings(keys, mediaTypes, choice);
  }

  /**
   * Whether a key verifies packages, and so no requests. Compared without case, as some key stores
   * look their entries up so, and in either way of leaving it out.
   *
   * @param keyId the id that a request names
   * @return whether it is one of {@link #keys()}
   */
  public boolean owns(String keyId) {
    String folded = keyId.toLowerCase(Locale.ENGLISH);
    return keys.stream()
        .anyMatch(
            key -> keyId.equalsIgnoreCase(key) || folded.equals(key.toLowerCase(Locale.ENGLISH)));
  }
}
