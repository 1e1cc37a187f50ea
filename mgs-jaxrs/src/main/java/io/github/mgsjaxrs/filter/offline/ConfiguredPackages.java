package io.github.mgsjaxrs.filter.offline;

import io.github.mgsjaxrs.SignatureAlgorithm;
import io.github.mgsjaxrs.crypto.TextKey;
import io.github.mgsjaxrs.crypto.VerificationKey;
import io.github.mgsjaxrs.offline.OfflinePackageVerifier;
import io.github.mgsjaxrs.offline.OfflineSettings;
import io.github.mgsjaxrs.offline.PackageOutcome;
import io.github.mgsjaxrs.offline.PackageVerdict;
import io.github.mgsjaxrs.offline.RejectedPackage;
import io.github.mgsjaxrs.verifier.MgsSettings;
import io.github.mgsjaxrs.verifier.MgsVerifier;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MultivaluedMap;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Verifies packages as an application's verifier is configured, with its keys as they are now. */
final class ConfiguredPackages {

  private final MgsVerifier verifier;
  private final MgsSettings all;
  private final OfflinePackageVerifier packages;

  ConfiguredPackages(MgsVerifier verifier) {
    this.verifier = verifier;
    this.all = verifier.settings();
    OfflinePackageVerifier limited =
        OfflinePackageVerifier.withoutKeys().with(all.offline().limits());
    Path directory = all.tempDirectory();
    this.packages = directory == null ? limited : limited.withTempDirectory(directory);
  }

  OfflineSettings settings() {
    return all.offline();
  }

  boolean responseDetails() {
    return all.responseDetails();
  }

  PackageVerdict verify(MultivaluedMap<String, String> headers, InputStream entity)
      throws IOException {
    if (settings().keys().isEmpty()) {
      return unavailable(
          "mgs.offline.keys is not set: name the RSA key that packages are signed by");
    }
    List<TextKey> keys = new ArrayList<>();
    for (String id : settings().keys()) {
      VerificationKey key;
      try {
        key = verifier.keys().resolve(id).orElse(null);
      } catch (RuntimeException failed) {
        return unavailable(
            "the key '" + id + "' of mgs.offline.keys cannot be told now: " + failed);
      }
      if (!(key instanceof TextKey rsa) || key.algorithm() != SignatureAlgorithm.RSA) {
        return unavailable(
            "key '"
                + id
                + "' of mgs.offline.keys is "
                + (key == null ? "not known" : "of the algorithm " + key.algorithm())
                + ": an RSA key is needed");
      }
      keys.add(rsa);
    }
    // before a byte of it is read
    String length = headers.getFirst(HttpHeaders.CONTENT_LENGTH);
    long most = settings().limits().packageSize();
    if (length != null && length.matches("\\d{1,18}") && Long.parseLong(length) > most) {
      return new RejectedPackage(
          PackageOutcome.TOO_LARGE,
          length + " bytes are announced, mgs.offline.limits.package is " + most);
    }
    return packages.verify(entity, keys);
  }

  private static RejectedPackage unavailable(String reason) {
    return new RejectedPackage(PackageOutcome.UNKNOWN, reason);
  }
}
