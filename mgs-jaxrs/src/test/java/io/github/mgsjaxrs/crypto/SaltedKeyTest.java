package io.github.mgsjaxrs.crypto;

import static io.github.mgsjaxrs.crypto.SignatureCheck.MALFORMED;
import static io.github.mgsjaxrs.crypto.SignatureCheck.MISMATCH;
import static io.github.mgsjaxrs.crypto.SignatureCheck.VALID;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mgsjaxrs.SignatureAlgorithm;
import io.github.mgsjaxrs.testing.CommandLine;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class SaltedKeyTest {

  private static final byte[] SIGNED = utf8("POST\n\n/test/testSign?a=1&b=2&c=3&d=4");
  private static final String MD5_SIGNATURE = "19329237506efc7921da0460d6f9033d";
  private static final String SM3_SIGNATURE =
      "aeaf5fc29089b778022cb06528086d90aca6744a09c7b9da636c5636a65b01af";

  private final TextKey md5 = TextKey.salted(SignatureAlgorithm.MD5, "salt");
  private final TextKey sm3 = TextKey.salted(SignatureAlgorithm.SM3, "salt");

  @Test
  void acceptsTheDerivedValues() {
    assertThat(md5.check(SIGNED, MD5_SIGNATURE)).isEqualTo(VALID);
    assertThat(sm3.check(SIGNED, SM3_SIGNATURE)).isEqualTo(VALID);
  }

  @Test
  void readsContentInPieces() throws Exception {
    SignedContent inPieces =
        out -> {
          out.write(SIGNED, 0, 7);
          out.write(SIGNED, 7, SIGNED.length - 7);
        };
    assertThat(md5.check(inPieces, MD5_SIGNATURE)).isEqualTo(VALID);
    assertThat(md5.check(inPieces, SM3_SIGNATURE)).isEqualTo(MALFORMED);
  }

  /** draft-shen-sm3-hash-01, example 1: the digest of "abc", wherever the salt begins. */
  @ParameterizedTest
  @CsvSource({"'',abc", "a,bc", "ab,c"})
  void hashesTextAndSaltAsOneMessage(String text, String salt) {
    TextKey key = TextKey.salted(SignatureAlgorithm.SM3, salt);

    assertThat(
            key.check(
                utf8(text), "66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0"))
        .isEqualTo(VALID);
  }

  /** draft-shen-sm3-hash-01, example 2: sixteen times "abcd", which fills a block. */
  @Test
  void hashesAFullBlockOfSm3() {
    TextKey key = TextKey.salted(SignatureAlgorithm.SM3, "abcd".repeat(15));

    assertThat(
            key.check(
                utf8("abcd"), "debe9ff92275b8a138604889c18e5a4d6fdb70e5387e5765293dcba39c0c5732"))
        .isEqualTo(VALID);
  }

  @Tag("openssl")
  @ParameterizedTest
  @EnumSource(names = {"MD5", "SM3"})
  void agreesWithOpenSslOnASaltOutsideAscii(SignatureAlgorithm algorithm, @TempDir Path directory)
      throws Exception {
    String salt = " 演示盐=\uD83E\uDDC2 ";
    Files.write(directory.resolve("signed"), utf8("GET\n\n/路径?k=v" + salt));
    String digest =
        new CommandLine(directory).opensslText("dgst", "-" + algorithm.name(), "-r", "signed");

    assertThat(
            TextKey.salted(algorithm, salt)
                .check(utf8("GET\n\n/路径?k=v"), digest.substring(0, digest.indexOf(' '))))
        .isEqualTo(VALID);
  }

  @Test
  void refusesEveryFlippedBit() {
    refusesEveryFlippedBit(md5, MD5_SIGNATURE);
    refusesEveryFlippedBit(sm3, SM3_SIGNATURE);
  }

  private static void refusesEveryFlippedBit(TextKey key, String signature) {
    byte[] bytes = HexFormat.of().parseHex(signature);
    for (int bit = 0; bit < 8 * bytes.length; bit++) {
      byte[] changed = bytes.clone();
      changed[bit / 8] ^= (byte) (1 << bit % 8);
      assertThat(key.check(SIGNED, HexFormat.of().formatHex(changed)))
          .as("bit %d", bit)
          .isEqualTo(MISMATCH);
    }
  }

  @Test
  void refusesAChangedTextAndAnotherSalt() {
    assertThat(md5.check(utf8("POST\n\n/test/testSign?a=1&b=2&c=3&d=5"), MD5_SIGNATURE))
        .isEqualTo(MISMATCH);
    assertThat(TextKey.salted(SignatureAlgorithm.MD5, "salt ").check(SIGNED, MD5_SIGNATURE))
        .isEqualTo(MISMATCH);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "19329237506EFC7921DA0460D6F9033D",
        "19329237506efc7921da0460d6f9033D",
        "19329237506efc7921da0460d6f9033",
        "19329237506efc7921da0460d6f9033d0",
        "19329237506efc7921da0460d6f9033d00",
        " 19329237506efc7921da0460d6f9033d",
        "19329237506efc7921da0460d6f9033g",
        "1932923750 efc7921da0460d6f9033d",
        "19329237506efc7921da0460d6f9033\u0000",
        "\uFF119329237506efc7921da0460d6f9033d",
        "\u0661932923750 efc7921da0460d6f9033d",
        "GTKSN1Bu/Hkh2gRg1vkDPQ==",
        "\uD800\uDC00\uD800"
      })
  void toldMalformedIsWhatIsNotLowerCaseHexOfTheRightLength(String headerValue) {
    assertThat(md5.check(SIGNED, headerValue)).isEqualTo(MALFORMED);
  }

  @Test
  void toldMalformedIsTheOtherDigest() {
    assertThat(md5.check(SIGNED, SM3_SIGNATURE)).isEqualTo(MALFORMED);
    assertThat(sm3.check(SIGNED, MD5_SIGNATURE)).isEqualTo(MALFORMED);
    assertThat(md5.check(SIGNED, "0".repeat(1 << 20))).isEqualTo(MALFORMED);
  }

  @Test
  void refusesAnEmptySalt() {
    assertThatThrownBy(() -> TextKey.salted(SignatureAlgorithm.SM3, ""))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("salt is empty");
  }

  @ParameterizedTest
  @EnumSource(names = {"RSA", "SM2"})
  void refusesASaltForAPublicKeyAlgorithm(SignatureAlgorithm algorithm) {
    assertThatThrownBy(() -> TextKey.salted(algorithm, "secret-salt"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(algorithm.name())
        .message()
        .doesNotContain("secret-salt");
  }

  @Test
  void keepsItsOwnCopyOfTheSalt() {
    byte[] salt = utf8("salt");
    TextKey key = TextKey.salted(SignatureAlgorithm.MD5, salt);
    salt[0] = 'm';

    assertThat(key.check(SIGNED, MD5_SIGNATURE)).isEqualTo(VALID);
  }

  @Test
  void doesNotShowTheSalt() {
    assertThat(TextKey.salted(SignatureAlgorithm.SM3, "pepper"))
        .hasToString("VerificationKey[SM3, salt <redacted>]");
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
