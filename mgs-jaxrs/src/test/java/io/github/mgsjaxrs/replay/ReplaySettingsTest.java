package io.github.mgsjaxrs.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mgsjaxrs.MgsConfigurationException;
import io.github.mgsjaxrs.replay.ReplaySettings.WhenUnavailable;
import io.github.mgsjaxrs.settings.SettingSource;
import io.github.mgsjaxrs.verifier.MgsConfiguration;
import io.github.mgsjaxrs.verifier.MgsVerifier;
import java.net.URI;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReplaySettingsTest {

  @Test
  void guardsTheNoncesOfKooGalleryUnlessToldOtherwise() {
    ReplaySettings settings = read(Map.of());

    assertThat(settings).isEqualTo(ReplaySettings.DEFAULT);
    assertThat(settings.guarded()).containsExactly(ReplayScope.KOOGALLERY_V2);
    assertThat(settings.whenUnavailable()).isEqualTo(WhenUnavailable.REFUSE);
    assertThat(settings.provider()).isNull();
    assertThat(settings.uri()).isNull();
    assertThat(settings.cacheName(ReplayScope.KOOGALLERY_V2)).isEqualTo("mgs-replay.koogallery-v2");
  }

  @Test
  void takesEverySetting() {
    ReplaySettings settings =
        read(
            Map.of(
                "mgs.replay.guard", "koogallery-v1, rpc",
                "mgs.replay.when-unavailable", "admit",
                "mgs.replay.provider", "com.example.Provider",
                "mgs.replay.uri", "classpath:caches.xml",
                "mgs.replay.cache", "shop"));

    assertThat(settings)
        .isEqualTo(
            new ReplaySettings(
                Set.of(ReplayScope.KOOGALLERY_V1, ReplayScope.RPC),
                WhenUnavailable.ADMIT,
                "com.example.Provider",
                URI.create("classpath:caches.xml"),
                "shop"));
    assertThat(settings.cacheName(ReplayScope.RPC)).isEqualTo("shop.rpc");
  }

  @Test
  void takesTheScopesOneByOne() {
    assertThat(read(Map.of("mgs.replay.guard[0]", "rpc", "mgs.replay.guard[1]", "koogallery-v2")))
        .extracting(ReplaySettings::guarded)
        .isEqualTo(Set.of(ReplayScope.KOOGALLERY_V2, ReplayScope.RPC));
  }

  @Test
  void guardsNothingForTheWordNone() {
    assertThat(read(Map.of("mgs.replay.guard", "none")).guarded()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "'none,rpc', 'mgs.replay.guard is ''none,rpc'': none alone'",
    "koogallery, 'guard has ''koogallery'': one of koogallery-v1, koogallery-v2, none, rpc'",
    "'rpc,RPC', 'mgs.replay.guard has ''RPC'': one of'",
    "',', 'mgs.replay.guard is '','', which names nothing'"
  })
  void refusesOtherWords(String words, String message) {
    assertThatThrownBy(() -> read(Map.of("mgs.replay.guard", words)))
        .isInstanceOf(MgsConfigurationException.class)
        .hasMessageContaining(message);
  }

  @ParameterizedTest
  @CsvSource({
    "mgs.replay.cache,a/b",
    "mgs.replay.cache,java.x",
    "mgs.replay.cache,javax.cache",
    "mgs.replay.uri,a b",
    "mgs.replay.when-unavailable,ignore"
  })
  void namesTheSettingThatIsWrong(String name, String value) {
    assertThatThrownBy(() -> read(Map.of(name, value)))
        .isInstanceOf(MgsConfigurationException.class)
        .hasMessageStartingWith(name)
        .hasMessageContaining("'" + value + "'");
  }

  private static ReplaySettings read(Map<String, String> replay) {
    Map<String, String> settings = new TreeMap<>(replay);
    settings.put("mgs.keys.\"backend\".algorithm", "MD5");
    settings.put("mgs.keys.\"backend\".salt", "a salt");
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
    try (MgsVerifier verifier =
        MgsConfiguration.builder(source).replayGuards((found, windows) -> null).build()) {
      return verifier.settings().replay();
    }
  }
}
