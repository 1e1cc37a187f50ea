package io.github.mgsjaxrs.koogallery;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mgsjaxrs.MgsConfigurationException;
import io.github.mgsjaxrs.SignatureAlgorithm;
import io.github.mgsjaxrs.VerifiedCaller;
import io.github.mgsjaxrs.crypto.TextKey;
import io.github.mgsjaxrs.crypto.VerificationKey;
import io.github.mgsjaxrs.koogallery.crypto.AccessKey;
import io.github.mgsjaxrs.koogallery.crypto.EncryptType;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class KooGalleryTest {

  private static final String ENCRYPTED =
      "Abcdefgh12345678QXlhv25uPToDj90+UMTz9cDl8H392OIHFpfekW2BukU=";
  private static final byte[] ANSWER =
      "{\"resultCode\":\"000000\",\"resultMsg\":\"success.\"}".getBytes(UTF_8);

  private final Map<String, VerificationKey> keys = new HashMap<>();
  private final KooGallery kooGallery =
      KooGallery.of(
          id -> Optional.ofNullable(keys.get(id)),
          KooGallerySettings.DEFAULT.withKeys("current", "next"));

  private record Caller(String keyId, SignatureAlgorithm algorithm) implements VerifiedCaller {}

  @Test
  void usesTheFirstKeyAsItIsNow() {
    keys.put("current", AccessKey.of("0123456789abcdef-test-access-key"));
    assertThat(kooGallery.sensitiveFields(EncryptType.AES_256).decrypt(ENCRYPTED))
        .isEqualTo("admin@example.com");
    keys.put("current", AccessKey.of("test-access-key"));
    assertThat(kooGallery.bodySignature(ANSWER))
        .isEqualTo("gw4QPFTQi+z0h6e2a3LogBWbT+b5cyVCeQdEdWUPCd4=");
  }

  @Test
  void usesTheKeyOfTheCallerWhileAKeyIsReplaced() {
    keys.put("current", AccessKey.of("the old one"));
    keys.put("next", AccessKey.of("0123456789abcdef-test-access-key"));
    Caller caller = new Caller("next", SignatureAlgorithm.KOOGALLERY);
    assertThat(kooGallery.sensitiveFields(caller, EncryptType.AES_256).decrypt(ENCRYPTED))
        .isEqualTo("admin@example.com");
  }

  @Test
  void saysWhichKeyIsMissing() {
    assertThatThrownBy(() -> kooGallery.sensitiveFields(EncryptType.AES_128))
        .isInstanceOf(MgsConfigurationException.class)
        .hasMessageContaining("Key 'current' is to be an access key of KooGallery")
        .hasMessageContaining("there is no such key")
        .hasMessageContaining("mgs.koogallery.keys");
  }

  @Test
  void saysThatAKeyIsOfAnotherAlgorithm() {
    keys.put("current", TextKey.salted(SignatureAlgorithm.MD5, "hush-hush"));
    assertThatThrownBy(() -> kooGallery.bodySignature(ANSWER))
        .isInstanceOf(MgsConfigurationException.class)
        .hasMessageContaining("it is one of MD5")
        .hasMessageContaining("algorithm=KOOGALLERY")
        .hasMessageNotContaining("hush-hush");
  }
}
