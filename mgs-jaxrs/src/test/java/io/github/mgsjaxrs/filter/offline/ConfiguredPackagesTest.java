package io.github.mgsjaxrs.filter.offline;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.mgsjaxrs.SignatureAlgorithm;
import io.github.mgsjaxrs.crypto.TextKey;
import io.github.mgsjaxrs.keys.KeyResolver;
import io.github.mgsjaxrs.keys.KeyText;
import io.github.mgsjaxrs.offline.OfflineLimits;
import io.github.mgsjaxrs.offline.OfflineSettings;
import io.github.mgsjaxrs.offline.PackageOutcome;
import io.github.mgsjaxrs.offline.PackageVerdict;
import io.github.mgsjaxrs.offline.RejectedPackage;
import io.github.mgsjaxrs.offline.VerifiedPackage;
import io.github.mgsjaxrs.testing.SamplePackage;
import io.github.mgsjaxrs.verifier.MgsVerifier;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.interfaces.RSAPublicKey;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Packages behind a verifier whose keys come and go. */
class ConfiguredPackagesTest {

  private static final TextKey RSA =
      TextKey.rsa(
          (RSAPublicKey) KeyText.publicKey(SamplePackage.PUBLIC_KEY, SignatureAlgorithm.RSA));
  private static final byte[] AMR =
      SamplePackage.zip(
          SamplePackage.files(), "SIGN.json", SamplePackage.signatures(SamplePackage.files()));

  /** Nobody may read it. */
  private static final InputStream UNREAD =
      new InputStream() {
        @Override
        public int read() {
          throw new AssertionError("read");
        }
      };

  private static PackageVerdict verdict(
      KeyResolver keys, OfflineSettings settings, String length, InputStream entity)
      throws IOException {
    MultivaluedMap<String, String> headers = new MultivaluedHashMap<>();
    if (length != null) {
      headers.putSingle("Content-Length", length);
    }
    try (MgsVerifier verifier = MgsVerifier.builder().keys(keys).offline(settings).build()) {
      return new ConfiguredPackages(verifier).verify(headers, entity);
    }
  }

  private static RejectedPackage refusal(
      KeyResolver keys, OfflineSettings settings, String length, InputStream entity)
      throws IOException {
    PackageVerdict verdict = verdict(keys, settings, length, entity);
    assertThat(verdict).isInstanceOf(RejectedPackage.class);
    return (RejectedPackage) verdict;
  }

  private static RejectedPackage withoutKey(KeyResolver keys, OfflineSettings settings)
      throws IOException {
    RejectedPackage refusal = refusal(keys, settings, null, UNREAD);
    assertThat(refusal.outcome()).isEqualTo(PackageOutcome.UNKNOWN);
    return refusal;
  }

  @Test
  void readsContentTypesWithoutCaseAndParameters() {
    OfflineSettings settings = OfflineSettings.DEFAULT.withMediaTypes("application/x-amr");
    assertThat(OfflinePackageReader.reads(settings, MediaType.valueOf("APPLICATION/x-AMR; v=1")))
        .isTrue();
    assertThat(OfflinePackageReader.reads(settings, MediaType.valueOf("application/zip")))
        .isFalse();
    assertThat(OfflinePackageReader.reads(settings, MediaType.WILDCARD_TYPE)).isFalse();
  }

  @Test
  void readsNothingWhereNoKeyCanVerifyIt() throws IOException {
    OfflineSettings settings = OfflineSettings.DEFAULT.withKeys("packages");
    TextKey salted = TextKey.salted(SignatureAlgorithm.MD5, "a salt");
    assertThat(withoutKey(id -> Optional.of(RSA), OfflineSettings.DEFAULT).reason())
        .startsWith("mgs.offline.keys is not set");
    assertThat(withoutKey(id -> Optional.empty(), settings).reason())
        .isEqualTo("key 'packages' of mgs.offline.keys is not known: an RSA key is needed");
    assertThat(withoutKey(id -> Optional.of(salted), settings).reason())
        .isEqualTo(
            "key 'packages' of mgs.offline.keys is of the algorithm MD5: an RSA key is needed");
    KeyResolver failing =
        id -> {
          throw new IllegalStateException("the vault is sealed");
        };
    assertThat(withoutKey(failing, settings).reason())
        .contains("'packages'", "cannot be told now", "the vault is sealed");
  }

  @Test
  void needsEachKeyThatIsNamed() throws IOException {
    KeyResolver one = id -> id.equals("first") ? Optional.of(RSA) : Optional.empty();
    OfflineSettings both = OfflineSettings.DEFAULT.withKeys("first", "second");
    assertThat(withoutKey(one, both).reason()).contains("key 'second'");
  }

  private static OfflineSettings limitedTo(long bytes) {
    return OfflineSettings.DEFAULT
        .withKeys("packages")
        .withLimits(OfflineLimits.DEFAULT.withPackageSize(bytes));
  }

  @ParameterizedTest
  @ValueSource(strings = {"1001", "999999999999999999"})
  void readsNothingThatIsAnnouncedAsTooLarge(String length) throws IOException {
    RejectedPackage refusal = refusal(id -> Optional.of(RSA), limitedTo(1000), length, UNREAD);
    assertThat(refusal)
        .isEqualTo(
            new RejectedPackage(
                PackageOutcome.TOO_LARGE,
                length + " bytes are announced, mgs.offline.limits.package is 1000"));
  }

  /** What counts is what comes; a length that is none is for the server to refuse. */
  @ParameterizedTest
  @ValueSource(strings = {"1000", "0", "-1", "1e9", "", "9999999999999999999"})
  void readsWhatIsNotAnnouncedAsTooLarge(String length) throws IOException {
    InputStream entity = new ByteArrayInputStream("no package".getBytes(UTF_8));
    assertThat(refusal(id -> Optional.of(RSA), limitedTo(1000), length, entity).outcome())
        .isEqualTo(PackageOutcome.INVALID_PARAMETER);
  }

  @Test
  void verifiesWithTheKeyThatIsThereNow() throws IOException {
    PackageVerdict verdict =
        verdict(
            id -> Optional.of(RSA),
            limitedTo(AMR.length),
            String.valueOf(AMR.length),
            new ByteArrayInputStream(AMR));
    assertThat(verdict).isInstanceOf(VerifiedPackage.class);
    ((VerifiedPackage) verdict).close();
  }
}
