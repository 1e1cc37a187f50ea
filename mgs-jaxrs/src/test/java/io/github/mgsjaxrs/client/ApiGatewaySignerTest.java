package io.github.mgsjaxrs.client;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mgsjaxrs.apigateway.protocol.HeaderOrder;
import io.github.mgsjaxrs.backend.protocol.Canonicalization;
import io.github.mgsjaxrs.backend.protocol.SignedRequest;
import io.github.mgsjaxrs.testing.CaProxySignature;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ApiGatewaySignerTest {

  private static final SignedRequest GET = SignedRequest.of("GET", "/a", null, null, new byte[0]);

  private final ApiGatewaySigner signer = ApiGatewaySigner.of("DemoKey1", "DemoSecret1");

  /** Published with the sample that API Gateway's documentation names. */
  @Test
  void signsThePublishedRequest() {
    SignedRequest request =
        SignedRequest.of(
            "POST",
            "/demo/uri",
            "QueryKey1=QueryValue1&QueryKey2=QueryValue2",
            "application/x-www-form-urlencoded",
            "FormKey1=FormValue1&FormKey2=FormValue2".getBytes(UTF_8));
    assertThat(
            signer
                .signing("HeaderKey1", "HeaderKey2")
                .sign(request, Map.of("headerkey1", "HeaderValue1", "HeaderKey2", "HeaderValue2")))
        .containsExactly(
            Map.entry("X-Ca-Proxy-Signature", "C7Lqfn8Spz0DxQTfUJq0NrkEbwNUuTNtC9p3SzRWgv0="),
            Map.entry("X-Ca-Proxy-Signature-Secret-Key", "DemoKey1"),
            Map.entry("X-Ca-Proxy-Signature-Headers", "HeaderKey1,HeaderKey2"));
  }

  @Test
  void sendsNoListWhereNoHeaderIsSigned() {
    assertThat(signer.sign(GET, Map.of("X-A", "1")))
        .containsExactly(
            Map.entry("X-Ca-Proxy-Signature", CaProxySignature.of("GET\n\n/a")),
            Map.entry("X-Ca-Proxy-Signature-Secret-Key", "DemoKey1"));
  }

  @Test
  void signsValuesAsTheyArrive() {
    assertThat(signer.signing("X-A", "X-B").stringToSign(GET, Map.of("X-A", " 中 \t", "x-b", "")))
        .isEqualTo("GET\n\nx-a:中\nx-b:\n/a");
    assertThat(signer.signing("X-Ca-Proxy-Signature-Secret-Key").stringToSign(GET, Map.of()))
        .isEqualTo("GET\n\nx-ca-proxy-signature-secret-key:DemoKey1\n/a");
  }

  @Test
  void signsByTheSettingsOfTheServer() {
    ApiGatewaySigner other =
        signer
            .signing("a", "B")
            .with(HeaderOrder.LOWER_CASE)
            .with(Canonicalization.builder().pathPrefixAdd("/gw").build());
    assertThat(other.stringToSign(GET, Map.of("A", "1", "b", "2")))
        .isEqualTo("GET\n\na:1\nb:2\n/gw/a");
    assertThat(other.signedHeaders()).containsExactly("a", "B");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "no name", "a,b", "X-Ca-Proxy-Signature", "x-ca-proxy-signature-headers"})
  void listsNothingThatNoVerifierTakes(String name) {
    assertThatIllegalArgumentException().isThrownBy(() -> signer.signing(name));
  }

  @Test
  void signsNoControlCharacterAndNothingTwice() {
    assertThatIllegalArgumentException().isThrownBy(() -> signer.signing("X-A", "x-a"));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> signer.signing("X-A").sign(GET, Map.of("X-A", "1\nx-b:2")));
  }

  @Test
  void needsAKeyAndASecretAndShowsNone() {
    assertThatIllegalArgumentException().isThrownBy(() -> ApiGatewaySigner.of("", "secret"));
    assertThatIllegalArgumentException().isThrownBy(() -> ApiGatewaySigner.of("id", ""));
    assertThat(signer.signing("X-A")).hasToString("ApiGatewaySigner[DemoKey1, [X-A]]");
  }

  @Test
  void saysThatANameIsNull() {
    ApiGatewaySigner signer = ApiGatewaySigner.of("id", "secret");
    assertThatThrownBy(() -> signer.signing((String) null))
        .isInstanceOf(NullPointerException.class)
        .hasMessageContaining("name of a signed header is null");
  }
}
