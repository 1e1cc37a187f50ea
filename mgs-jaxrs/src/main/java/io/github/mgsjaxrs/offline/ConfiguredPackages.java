package io.github.mgsjaxrs.offline;

import io.github.mgsjaxrs.MgsSettings;
import io.github.mgsjaxrs.MgsVerifier;
import io.github.mgsjaxrs.crypto.SignatureAlgorithm;
import io.github.mgsjaxrs.crypto.TextKey;
import io.github.mgsjaxrs.crypto.VerificationKey;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MultivaluedMap;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Verifies packages as an application's verifier is configured, with its keys as they are now. */
final class ConfiguredPackages {

  private final MgsVerifier verifier;
  private final MgsSettings all;
  private final OfflinePackageVerifier packages;

  ConfiguredPackages(MgsVerifier verifier) {
    this.verifier = verifier;
    this.all = verifier.settings();
    this.packages =
        new OfflinePackageVerifier(List.of(), all.offline().limits(), all.tempDirectory());
  }

  OfflineSettings settings() {
    return all.offline();
  }

  boolean responseDetails() {
    return all.responseDetails();
  }

  PackageVerdict verify(MultivaluedMap<String, String> headers, InputStream entity)
      throws IOException {
    try {
      List<TextKey> keys = keys();
      requireAnnouncedWithinLimit(headers.getFirst(HttpHeaders.CONTENT_LENGTH));
      return packages.verify(entity, keys);
    } catch (RefusedPackageException refusal) {
      return refusal.rejected();
    }
  }

  private List<TextKey> keys() throws RefusedPackageException {
    if (settings().keys().isEmpty()) {
      throw unavailable(
          "mgs.offline.keys is not set: name the RSA key that packages are signed by");
    }
    List<TextKey> keys = new ArrayList<>();
    for (String id : settings().keys()) {
      VerificationKey key = key(id);
      if (!(key instanceof TextKey rsa) || key.algorithm() != SignatureAlgorithm.RSA) {
        throw unavailable(
            "key '"
                + id
                + "' of mgs.offline.keys is "
                + (key == null ? "not known" : "of the algorithm " + key.algorithm())
                + ": an RSA key is needed");
      }
      keys.add(rsa);
    }
    return keys;
  }

  private @Nullable VerificationKey key(String id) throws RefusedPackageException {
    try {
      return verifier.keys().resolve(id).orElse(null);
    } catch (RuntimeException failed) {
      throw unavailable("the key '" + id + "' of mgs.offline.keys cannot be told now: " + failed);
    }
  }

  /** Before a byte of it is read. */
  private void requireAnnouncedWithinLimit(@Nullable String length) throws RefusedPackageException {
    long most = settings().limits().packageSize();
    if (length != null && length.matches("\\d{1,18}") && Long.parseLong(length) > most) {
      throw RefusedPackageException.tooLarge(length + " bytes are announced", "package", most);
    }
  }

  private static RefusedPackageException unavailable(String reason) {
    return new RefusedPackageException(PackageOutcome.UNKNOWN, reason);
  }
}
