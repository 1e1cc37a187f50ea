package io.github.mgsjaxrs.apigateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.mgsjaxrs.MgsConfigurationException;
import io.github.mgsjaxrs.Scheme;
import io.github.mgsjaxrs.SignatureAlgorithm;
import io.github.mgsjaxrs.backend.protocol.Canonicalization;
import io.github.mgsjaxrs.backend.protocol.Canonicalization.EmptyBody;
import io.github.mgsjaxrs.settings.SettingSource;
import io.github.mgsjaxrs.verifier.MgsConfiguration;
import io.github.mgsjaxrs.verifier.MgsVerifier;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The settings of API Gateway, and what stops the start. */
class ApiGatewaySettingsTest {

  private static String fault(String name, String value) {
    Map<String, String> settings =
        Map.of(
            "mgs.keys.\"demo\".algorithm",
            "API_GATEWAY_HMAC_SHA256",
            "mgs.keys.\"demo\".secret",
            "the secret",
            name,
            value);
    SettingSource source =
        new SettingSource() {
          @Override
          public Set<String> names() {
            return settings.keySet();
          }

          @Override
          public String value(String asked) {
            return settings.get(asked);
          }
        };
    return assertThatExceptionOfType(MgsConfigurationException.class)
        .isThrownBy(() -> MgsConfiguration.builder(source).build())
        .actual()
        .getMessage();
  }

  @ParameterizedTest
  @ValueSource(strings = {"X A", "a:b", "X-Ca-Proxy-Signature", "x-ca-proxy-signature-headers"})
  void requiresNoHeaderThatCanNeverBeSigned(String name) {
    assertThat(fault("mgs.apigateway.required-headers", "X-B," + name))
        .contains("mgs.apigateway.required-headers")
        .contains("is required to be signed, and no signature is of it");
    assertThatExceptionOfType(MgsConfigurationException.class)
        .isThrownBy(() -> ApiGatewaySettings.DEFAULT.withRequiredHeaders(Set.of(name)));
  }

  @Test
  void hasNoSettingForWhatIsDocumented() {
    assertThat(fault("mgs.apigateway.canonical.empty-body", "null"))
        .contains("mgs.apigateway.canonical.empty-body");
    assertThat(
            ApiGatewaySettings.DEFAULT
                .withCanonicalization(
                    Canonicalization.builder()
                        .emptyBody(EmptyBody.NULL)
                        .path(Canonicalization.Escapes.DECODED)
                        .build())
                .canonicalization()
                .emptyBody())
        .isEqualTo(EmptyBody.UNSIGNED);
  }

  /** The sibling hashes something in each case. */
  @Test
  void isNoWordForTheEmptyBodyOfMgs() {
    assertThat(fault("mgs.canonical.empty-body", "unsigned")).contains("one of both, empty, null");
  }

  @Test
  void keepsItsSecretApartFromSaltsOfTheSibling() {
    assertThat(fault("mgs.keys.\"demo\".salt", "another")).contains("are both set");
    try (MgsVerifier verifier =
        MgsVerifier.builder()
            .secret("demo", SignatureAlgorithm.API_GATEWAY_HMAC_SHA256, "the secret")
            .build()) {
      assertThat(verifier.settings().schemes().get(Scheme.API_GATEWAY))
          .isEqualTo(ApiGatewaySettings.DEFAULT);
    }
  }
}
