package io.github.mgsjaxrs.cdi;

import static io.github.mgsjaxrs.cdi.Application.settings;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mgsjaxrs.MgsConfigurationException;
import io.github.mgsjaxrs.koogallery.KooGallery;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Map;
import org.junit.jupiter.api.Test;

class InjectedKooGalleryTest {

  @Dependent
  static class Resource {
    @Inject KooGallery kooGallery;
  }

  @Test
  void usesTheKeysOfTheConfiguredVerifier() {
    Map<String, String> settings =
        settings(
            "mgs.keys.seller.algorithm", "KOOGALLERY",
            "mgs.keys.seller.secret", "test-access-key",
            "mgs.koogallery.keys", "seller",
            "mgs.replay.guard", "none");
    try (Application application = Application.start(settings, Resource.class)) {
      KooGallery injected = application.container().select(Resource.class).get().kooGallery;
      // printf '' | openssl dgst -sha256 -hmac test-access-key -binary | base64
      assertThat(injected.bodySignature(new byte[0]))
          .isEqualTo("igyE+0ZiNkYoyVqCghsVuv6aVRZPSoVkqPiLFtEtE9g=");
    }
  }

  @Test
  void needsNoKeyUntilItIsUsed() {
    Map<String, String> settings =
        settings("mgs.keys.orders.algorithm", "MD5", "mgs.keys.orders.salt", "salt");
    try (Application application = Application.start(settings, Resource.class)) {
      KooGallery injected = application.container().select(Resource.class).get().kooGallery;
      assertThatThrownBy(() -> injected.bodySignature("{}".getBytes(UTF_8)))
          .isInstanceOf(MgsConfigurationException.class)
          .hasMessageContaining("Key 'koogallery'");
    }
  }
}
