package io.github.mgsjaxrs.internal.crypto;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.security.MessageDigest;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class JdkDigestTest {

  private static final byte[] ABC = "abc".getBytes(US_ASCII);
  private static final String MD5_OF_ABC = "900150983cd24fb0d6963f7d28e17f72";

  private static String hex(byte[] bytes) {
    return HexFormat.of().formatHex(bytes);
  }

  @Test
  void digestsAsTheSpecificationsDo() {
    // RFC 1321, appendix A.5; FIPS 180-2, appendix B.1
    assertThat(hex(JdkDigest.MD5.of(ABC))).isEqualTo(MD5_OF_ABC);
    assertThat(hex(JdkDigest.SHA_256.of(ABC)))
        .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  }

  @Test
  void givesEachWhoAsksADigestOfTheirOwn() {
    MessageDigest first = JdkDigest.MD5.fresh();
    first.update(ABC);
    MessageDigest second = JdkDigest.MD5.fresh();
    second.update(ABC);
    assertThat(hex(first.digest())).isEqualTo(MD5_OF_ABC);
    assertThat(hex(second.digest())).isEqualTo(MD5_OF_ABC);
  }
}
