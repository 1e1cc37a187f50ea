package io.github.mgsjaxrs.internal.crypto;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import javax.crypto.Mac;
import org.junit.jupiter.api.Test;

class HmacTest {

  private static final byte[] SECRET = "Jefe".getBytes(US_ASCII);
  private static final byte[] TEXT = "what do ya want for nothing?".getBytes(US_ASCII);

  private static final String SHA_256 =
      "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843";

  private static String hex(byte[] bytes) {
    return HexFormat.of().formatHex(bytes);
  }

  @Test
  void givesWhatTheSpecificationsGive() {
    // RFC 2202, section 3, and RFC 4231, section 4.3: test case 2 of both
    assertThat(hex(Hmac.SHA_1.keyed(SECRET).doFinal(TEXT)))
        .isEqualTo("effcdf6ae5eb2fa2d27416d5f184df9c259a7c79");
    assertThat(hex(Hmac.SHA_256.keyed(SECRET).doFinal(TEXT))).isEqualTo(SHA_256);
  }

  @Test
  void forgetsTheSecretBefore() {
    Mac made = Hmac.SHA_256.keyed("another".getBytes(US_ASCII));
    made.update(TEXT);
    assertThat(hex(Hmac.SHA_256.keyed(made, SECRET).doFinal(TEXT))).isEqualTo(SHA_256);
    assertThat(hex(made.doFinal(TEXT))).as("as new after each text").isEqualTo(SHA_256);
  }
}
