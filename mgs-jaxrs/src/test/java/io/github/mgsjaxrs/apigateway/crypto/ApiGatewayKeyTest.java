package io.github.mgsjaxrs.apigateway.crypto;

import static io.github.mgsjaxrs.crypto.SignatureCheck.MALFORMED;
import static io.github.mgsjaxrs.crypto.SignatureCheck.MISMATCH;
import static io.github.mgsjaxrs.crypto.SignatureCheck.VALID;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.mgsjaxrs.SignatureAlgorithm;
import io.github.mgsjaxrs.crypto.SignatureCheck;
import io.github.mgsjaxrs.testing.CommandLine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HexFormat;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ApiGatewayKeyTest {

  /** Published with the sample that API Gateway's documentation names. */
  private static final String TEXT =
      "POST\n\nheaderkey1:HeaderValue1\nheaderkey2:HeaderValue2\n/demo/uri?FormKey1=FormValue1"
          + "&FormKey2=FormValue2&QueryKey1=QueryValue1&QueryKey2=QueryValue2";

  private static final String SIGNATURE = "C7Lqfn8Spz0DxQTfUJq0NrkEbwNUuTNtC9p3SzRWgv0=";
  private static final String SECRET = "DemoSecret1";

  private final ApiGatewayKey key = ApiGatewayKey.of(SECRET);

  private SignatureCheck check(String signature) {
    return key.check(TEXT.getBytes(UTF_8), signature);
  }

  @Test
  void acceptsThePublishedSignature() {
    assertThat(check(SIGNATURE)).isEqualTo(VALID);
    assertThat(key.algorithm()).isEqualTo(SignatureAlgorithm.API_GATEWAY_HMAC_SHA256);
  }

  @Test
  void acceptsNoSignatureOfAnotherTextOrSecret() {
    assertThat(key.check((TEXT + "\n").getBytes(UTF_8), SIGNATURE)).isEqualTo(MISMATCH);
    assertThat(ApiGatewayKey.of("DemoSecret2").check(TEXT.getBytes(UTF_8), SIGNATURE))
        .isEqualTo(MISMATCH);
  }

  @Test
  void acceptsASignatureInOneWayOfWritingAlone() {
    byte[] bytes = Base64.getDecoder().decode(SIGNATURE);
    assertThat(check(HexFormat.of().formatHex(bytes))).as("hex").isEqualTo(MALFORMED);
    assertThat(check(SIGNATURE.replace("=", ""))).as("no padding").isEqualTo(MALFORMED);
    assertThat(check(SIGNATURE + "=")).as("more padding").isEqualTo(MALFORMED);
    assertThat(check(" " + SIGNATURE)).as("a blank in front").isEqualTo(MALFORMED);
    assertThat(check(SIGNATURE + " ")).as("a blank behind").isEqualTo(MALFORMED);
    assertThat(check(SIGNATURE.replace('0', '-'))).as("for URLs").isEqualTo(MALFORMED);
    // the last character has two bits that stand for nothing: 0 and 1 decode alike
    assertThat(check(SIGNATURE.replace("v0=", "v1="))).as("not canonical").isEqualTo(MALFORMED);
    assertThat(check("")).isEqualTo(MALFORMED);
    assertThat(check(Base64.getEncoder().encodeToString(new byte[31])))
        .as("31 bytes")
        .isEqualTo(MALFORMED);
  }

  @Tag("openssl")
  @ParameterizedTest
  @ValueSource(strings = {"the secret", "密钥 with blanks ", "x"})
  void acceptsWhatOpenSslComputes(String secret, @TempDir Path directory) throws IOException {
    CommandLine commands = new CommandLine(directory);
    Files.write(directory.resolve("text"), TEXT.getBytes(UTF_8));
    String hex = HexFormat.of().formatHex(secret.getBytes(UTF_8));
    byte[] hmac =
        commands.openssl(
            "dgst", "-sha256", "-mac", "HMAC", "-macopt", "hexkey:" + hex, "-binary", "text");

    String signature = Base64.getEncoder().encodeToString(hmac);
    assertThat(ApiGatewayKey.of(secret).check(TEXT.getBytes(UTF_8), signature)).isEqualTo(VALID);
  }

  @Test
  void takesNoEmptySecret() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ApiGatewayKey.of(""))
        .withMessageContaining("anybody could sign");
  }

  @Test
  void neverShowsItsSecret() {
    assertThat(key.toString()).contains("<redacted>").doesNotContain(SECRET);
    assertThat(key.variations().toString()).doesNotContain(SECRET);
  }
}
