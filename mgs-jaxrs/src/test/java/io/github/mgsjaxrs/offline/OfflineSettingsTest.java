package io.github.mgsjaxrs.offline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mgsjaxrs.MgsConfigurationException;
import io.github.mgsjaxrs.Rejected;
import io.github.mgsjaxrs.Rejection;
import io.github.mgsjaxrs.SignatureAlgorithm;
import io.github.mgsjaxrs.backend.protocol.SignedRequest;
import io.github.mgsjaxrs.client.MgsSigner;
import io.github.mgsjaxrs.settings.SettingSource;
import io.github.mgsjaxrs.testing.SamplePackage;
import io.github.mgsjaxrs.verifier.MgsConfiguration;
import io.github.mgsjaxrs.verifier.MgsVerifier;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OfflineSettingsTest {

  private static MgsVerifier build(Map<String, String> more) {
    Map<String, String> all = new TreeMap<>(more);
    all.put("mgs.keys.packages.public-key", SamplePackage.PUBLIC_KEY);
    all.put("mgs.keys.next.public-key", SamplePackage.PUBLIC_KEY);
    all.put("mgs.keys.orders.algorithm", "MD5");
    all.put("mgs.keys.orders.salt", "salt");
    all.put("mgs.keys.reload-interval", "PT0S");
    return MgsConfiguration.builder(
            new SettingSource() {
              @Override
              public Set<String> names() {
                return all.keySet();
              }

              @Override
              public String value(String name) {
                return all.get(name);
              }
            })
        .build();
  }

  private static OfflineSettings read(Map<String, String> settings) {
    try (MgsVerifier verifier = build(settings)) {
      return verifier.settings().offline();
    }
  }

  @Test
  void takesNoPackagesByDefault() {
    assertThat(read(Map.of())).isEqualTo(OfflineSettings.DEFAULT);
    assertThat(OfflineSettings.DEFAULT.keys()).isEmpty();
    assertThat(OfflineSettings.DEFAULT.mediaTypes()).containsExactly("application/zip");
    assertThat(OfflineSettings.DEFAULT.limits())
        .isEqualTo(
            new OfflineLimits(
                67_108_864, 268_435_456, 134_217_728, 100, 64, 128, 65_536, 1_073_741_824));
  }

  @Test
  void readsEverySetting() {
    Map<String, String> settings = new TreeMap<>();
    settings.put("mgs.offline.keys", "packages, next");
    settings.put("mgs.offline.media-types[0]", "application/zip");
    settings.put("mgs.offline.media-types[1]", "application/X-AMR");
    settings.put("mgs.offline.limits.package", "1 MiB");
    settings.put("mgs.offline.limits.content", "2 MiB");
    settings.put("mgs.offline.limits.entry", "3 MiB");
    settings.put("mgs.offline.limits.ratio", "4");
    settings.put("mgs.offline.limits.entries", "5");
    settings.put("mgs.offline.limits.name", "6");
    settings.put("mgs.offline.limits.signatures", "7 KiB");
    settings.put("mgs.offline.limits.total-disk", "8 GiB");
    assertThat(read(settings))
        .isEqualTo(
            new OfflineSettings(
                Set.of("packages", "next"),
                Set.of("application/zip", "application/x-amr"),
                new OfflineLimits(1 << 20, 2 << 20, 3 << 20, 4, 5, 6, 7 << 10, 8L << 30)));
  }

  @ParameterizedTest
  @CsvSource({
    "mgs.offline.keys, absent, 'mgs.offline.keys names ''absent'', which is no key'",
    "mgs.offline.keys, orders, 'mgs.offline.keys names ''orders'', which is a key for MD5'",
    "mgs.offline.media-types, zip, 'mgs.offline.media-types: The content type ''zip'''",
    "mgs.offline.media-types, application/zip;v=1, 'without parameters'",
    "mgs.offline.limits.package, 0, 'mgs.offline.limits.package is ''0'''",
    "mgs.offline.limits.package, 4 GiB, 'is ''4 GiB'': a size of 1 to 4294967294 is needed'",
    "mgs.offline.limits.content, 0, 'a size of 1 or more is needed'",
    "mgs.offline.limits.entry, 0, 'mgs.offline.limits.entry is ''0'''",
    "mgs.offline.limits.ratio, 0, 'mgs.offline.limits.ratio is ''0'''",
    "mgs.offline.limits.ratio, 1033, 'a whole number from 1 to 1032 is needed'",
    "mgs.offline.limits.entries, 65535, 'mgs.offline.limits.entries is ''65535'''",
    "mgs.offline.limits.name, 256, 'mgs.offline.limits.name is ''256'''",
    "mgs.offline.limits.signatures, 17 MiB, 'is ''17 MiB'': a size of 1 to 16 MiB is needed'",
    "mgs.offline.limits.entries, 0, 'mgs.offline.limits.entries is ''0'''",
    "mgs.offline.limits.name, 0, 'mgs.offline.limits.name is ''0'''",
    "mgs.offline.limits.signatures, 0, 'mgs.offline.limits.signatures is ''0'''",
    "mgs.offline.limits.size, 1, 'mgs.offline.limits.size is no setting'"
  })
  void refusesToStartWithWrongSettings(String name, String value, String message) {
    assertThatThrownBy(() -> read(Map.of(name, value)))
        .isInstanceOf(MgsConfigurationException.class)
        .hasMessageContaining(message);
  }

  @ParameterizedTest
  @ValueSource(strings = {"packages", "Packages", "PACKAGES"})
  void admitsNoRequestByAKeyThatIsForPackages(String id) {
    MgsSigner gateway = MgsSigner.privateKey(id, SignatureAlgorithm.RSA, SamplePackage.PRIVATE_KEY);
    SignedRequest request = SignedRequest.of("GET", "/orders", null, null, new byte[0]);
    String signature = gateway.sign("GET\n\n/orders");
    try (MgsVerifier both = build(Map.of("mgs.offline.keys", "packages"))) {
      assertThat(both.verify(request, signature, id))
          .isInstanceOfSatisfying(
              Rejected.class,
              rejected -> {
                assertThat(rejected.rejection()).isEqualTo(Rejection.KEY_UNKNOWN);
                assertThat(rejected.reason()).contains("mgs.offline.keys, for packages alone");
              });
      assertThat(both.verify(request, signature, "next")).isNotInstanceOf(Rejected.class);
    }
    try (MgsVerifier requests = build(Map.of())) {
      assertThat(requests.verify(request, signature, "packages")).isNotInstanceOf(Rejected.class);
    }
  }

  @Test
  void needsContentTypes() {
    assertThatThrownBy(OfflineSettings.DEFAULT::withMediaTypes)
        .isInstanceOf(MgsConfigurationException.class);
  }

  @Test
  void changesOneLimitAtATime() {
    assertThat(
            OfflineLimits.DEFAULT
                .withPackageSize(1)
                .withContent(2)
                .withEntry(3)
                .withRatio(4)
                .withEntries(5)
                .withName(6)
                .withSignatures(7)
                .withTotalDisk(0))
        .isEqualTo(new OfflineLimits(1, 2, 3, 4, 5, 6, 7, 0));
  }

  @Test
  void takesTheLeastAndTheMostOfEachLimit() {
    long endless = Long.MAX_VALUE;
    OfflineLimits most =
        new OfflineLimits(4_294_967_294L, endless, endless, 1032, 65_534, 255, 16_777_216, endless);
    assertThat(most.packageSize()).isEqualTo(4_294_967_294L);
    assertThatThrownBy(() -> most.withPackageSize(4_294_967_295L)).hasMessageContaining("package");
    assertThatThrownBy(() -> most.withSignatures(16_777_217)).hasMessageContaining("signatures");
    assertThatThrownBy(() -> most.withTotalDisk(-1))
        .isInstanceOf(MgsConfigurationException.class)
        .hasMessage("The limit totalDisk is -1: a number of 0 or more is needed");
  }

  @Test
  void knowsTheCodesOfClients() {
    assertThat(PackageOutcome.values())
        .extracting(PackageOutcome::code)
        .containsExactly(0, 1, 1, 2, 3, 4, 5, 6, 7, 8);
    assertThatThrownBy(() -> new RejectedPackage(PackageOutcome.SUCCESS, ""))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void ownsAKeyInWhicheverCaseAStoreWouldFindIt() {
    OfflineSettings settings = OfflineSettings.DEFAULT.withKeys("Packages", "\u0130stanbul");
    for (String id :
        List.of("packages", "PACKAGES", "\u0130stanbul", "i\u0307stanbul", "istanbul")) {
      assertThat(settings.owns(id)).as(id).isTrue();
    }
    assertThat(settings.owns("package")).isFalse();
  }
}
