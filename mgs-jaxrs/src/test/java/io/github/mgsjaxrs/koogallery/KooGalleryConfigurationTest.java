package io.github.mgsjaxrs.koogallery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.mgsjaxrs.MgsConfigurationException;
import io.github.mgsjaxrs.Scheme;
import io.github.mgsjaxrs.SignatureAlgorithm;
import io.github.mgsjaxrs.settings.PathRule;
import io.github.mgsjaxrs.settings.PathScope;
import io.github.mgsjaxrs.settings.SettingSource;
import io.github.mgsjaxrs.verifier.MgsConfiguration;
import io.github.mgsjaxrs.verifier.MgsSettings;
import io.github.mgsjaxrs.verifier.MgsVerifier;
import io.github.mgsjaxrs.verifier.MgsVerifierBuilder;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The settings of KooGallery, and what stops the start. */
class KooGalleryConfigurationTest {

  private static MgsSettings settings(String... namesAndValues) {
    Map<String, String> settings = new TreeMap<>();
    settings.put("mgs.keys.any.algorithm", "MD5");
    settings.put("mgs.keys.any.salt", "any");
    settings.put("mgs.replay.guard", "none");
    for (int i = 0; i < namesAndValues.length; i += 2) {
      settings.put(namesAndValues[i], namesAndValues[i + 1]);
    }
    SettingSource source =
        new SettingSource() {
          @Override
          public Set<String> names() {
            return settings.keySet();
          }

          @Override
          public String value(String name) {
            return settings.get(name);
          }
        };
    try (MgsVerifier verifier = MgsConfiguration.builder(source).build()) {
      return verifier.settings();
    }
  }

  private static String fault(String... namesAndValues) {
    return assertThatExceptionOfType(MgsConfigurationException.class)
        .isThrownBy(() -> settings(namesAndValues))
        .actual()
        .getMessage();
  }

  @Test
  void needsNoSettingWhereTheKeyHasTheShippedId() {
    KooGallerySettings found =
        settings(
                "mgs.keys.koogallery.algorithm", "KOOGALLERY",
                "mgs.keys.koogallery.secret", "the access key")
            .kooGallery();
    assertThat(found).isEqualTo(KooGallerySettings.DEFAULT);
  }

  @Test
  void triesTheListedKeysInTheirOrder() {
    KooGallerySettings found =
        settings(
                "mgs.keys.\"seller.1\".algorithm", "KOOGALLERY",
                "mgs.keys.\"seller.1\".secret", "one",
                "mgs.keys.\"seller.2\".algorithm", "KOOGALLERY",
                "mgs.keys.\"seller.2\".secret", "two",
                "mgs.koogallery.keys", "seller.2,seller.1")
            .kooGallery();
    assertThat(found.keys()).isEqualTo(List.of("seller.2", "seller.1"));
  }

  @Test
  void refusesAKeyThatNobodyWouldTry() {
    assertThat(
            fault(
                "mgs.keys.seller.algorithm", "KOOGALLERY",
                "mgs.keys.seller.secret", "one"))
        .contains("'seller'")
        .contains("mgs.koogallery.keys");
    assertThat(
            fault(
                "mgs.keys.koogallery.algorithm", "KOOGALLERY",
                "mgs.keys.koogallery.secret", "one",
                "mgs.keys.next.algorithm", "KOOGALLERY",
                "mgs.keys.next.secret", "two"))
        .contains("'next'")
        .contains("would never be tried");
  }

  @ParameterizedTest
  @CsvSource({"nobody", "any", "'koogallery,nobody'"})
  void refusesAListedKeyThatIsNoAccessKey(String keys) {
    assertThat(
            fault(
                "mgs.keys.koogallery.algorithm", "KOOGALLERY",
                "mgs.keys.koogallery.secret", "one",
                "mgs.koogallery.keys", keys))
        .contains("which is no key for KOOGALLERY");
  }

  @Test
  void protectsPathsByTheScheme() {
    PathScope scope =
        settings(
                "mgs.protect.\"/koogallery\".scheme", "koogallery",
                "mgs.protect.\"/mgw/*\".scheme", "rpc",
                "mgs.protect", "/api/*")
            .pathScope();
    assertThat(scope.patterns())
        .isEqualTo(
            Map.of(
                "/koogallery", PathRule.of(Scheme.KOOGALLERY),
                "/mgw/*", PathRule.of(Scheme.RPC),
                "/api/*", PathRule.of(Scheme.BACKEND)));
  }

  @Test
  void refusesTwoSchemesForOnePath() {
    MgsVerifierBuilder builder = MgsVerifier.builder().protectRpc("/koo", Set.of());
    assertThatExceptionOfType(MgsConfigurationException.class)
        .isThrownBy(() -> builder.protectKooGallery("/koo"))
        .withMessageContaining("'/koo' would be protected by two schemes");
  }

  @Test
  void keepsTheKeysOfAPathWhoseSchemeIsNamedAfterThem() {
    MgsVerifierBuilder builder =
        MgsVerifier.builder()
            .salt("orders", SignatureAlgorithm.MD5, "a-salt-for-tests")
            .protectWithKeys("/mgw/*", Set.of("calls"))
            .protectRpc("/mgw/*", Set.of("a.b"))
            .protect("/mgw/*");
    try (MgsVerifier verifier = builder.build()) {
      assertThat(verifier.settings().pathScope().patterns())
          .isEqualTo(Map.of("/mgw/*", new PathRule(Scheme.RPC, Set.of("calls"), Set.of("a.b"))));
    }
  }

  /** A path that somebody names the gateway's own scheme for is not to be served by another. */
  @Test
  void refusesTheGatewaysOwnSchemeWhereAnotherOneIsNamed() {
    MgsVerifierBuilder builder = MgsVerifier.builder().protectKooGallery("/koo");
    assertThatExceptionOfType(MgsConfigurationException.class)
        .isThrownBy(() -> builder.protectBy(Scheme.BACKEND, "/koo"))
        .withMessageContaining("'/koo' would be protected by two schemes");
  }

  @Test
  void refusesOperationTypesOfASchemeThatHasNone() {
    PathRule rule = PathRule.of(Scheme.KOOGALLERY);
    assertThatExceptionOfType(MgsConfigurationException.class)
        .isThrownBy(() -> rule.withOperationTypes(Set.of("a.b")))
        .withMessageContaining("koogallery has operation types");
  }

  @Test
  void refusesPathsOfTwoSchemes() {
    assertThat(fault("mgs.protect.\"/api/koo\".scheme", "koogallery", "mgs.protect", "/api/*"))
        .contains("protected by two schemes", "mgs.protect.\"/api/koo\".scheme is koogallery");
    assertThat(
            fault(
                "mgs.protect.\"/api/*\".scheme", "koogallery",
                "mgs.protect.\"/api/mgw\".scheme", "rpc"))
        .contains("protected by two schemes");
    assertThat(
            fault(
                "mgs.protect.\"/koo\".scheme", "koogallery",
                "mgs.protect.\"/koo\".operation-types", "a"))
        .contains("only calls of clients have operation types");
  }

  @ParameterizedTest
  @CsvSource({
    "mgs.koogallery.versions, v3, both",
    "mgs.koogallery.window, PT0.5S, PT1S to PT24H",
    "mgs.koogallery.window, PT25H, PT1S to PT24H",
    "mgs.koogallery.v1-window, PT0S, PT1S to PT24H",
    "mgs.koogallery.timestamp, nanos, millis",
    "mgs.koogallery.response-limit, 1023, 1 KiB",
    "mgs.koogallery.keys, 'a,a', one to eight",
    "mgs.koogallery.keys, 'a,b,c,d,e,f,g,h,i', one to eight",
    "mgs.koogallery.key, a, mgs.koogallery.keys"
  })
  void refusesWhatIsOutOfRangeByItsName(String name, String value, String needed) {
    assertThat(fault(name, value)).contains(name, needed);
  }
}
