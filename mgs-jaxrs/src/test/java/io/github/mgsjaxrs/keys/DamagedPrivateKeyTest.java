package io.github.mgsjaxrs.keys;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mgsjaxrs.SignatureAlgorithm;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** What fuzzing found in the reading of private keys. */
class DamagedPrivateKeyTest {

  private static String sec1() throws IOException {
    try (InputStream in =
        Objects.requireNonNull(
            DamagedPrivateKeyTest.class.getResourceAsStream(
                "/vectors/keys/sm2-private-sec1.pem"))) {
      return new String(in.readAllBytes(), StandardCharsets.US_ASCII);
    }
  }

  @Test
  void refusesAPublicHalfUnderAnotherTagAsDamaged() throws IOException {
    String pem = sec1();
    String label = pem.substring("-----BEGIN ".length(), pem.indexOf("-----", 11));
    String content = pem.replaceAll("-----[^-]*-----", "").replaceAll("\\s", "");
    String hex = HexFormat.of().formatHex(Base64.getDecoder().decode(content));
    // [1] EXPLICIT of 68 bytes with a BIT STRING of 66
    int tag = hex.indexOf("a144034200");
    String changed = hex.substring(0, tag) + "81" + hex.substring(tag + 2);
    String damaged =
        "-----BEGIN %1$s-----\n%2$s\n-----END %1$s-----\n"
            .formatted(label, Base64.getEncoder().encodeToString(HexFormat.of().parseHex(changed)));
    assertThatThrownBy(() -> KeyText.publicKey(damaged, SignatureAlgorithm.SM2))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("damaged");
  }
}
