package io.github.mgsjaxrs.internal.entity;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.ByteArrayInputStream;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TranscodedMd5Test {

  private static byte[] md5(byte[] body, String charset) throws Exception {
    return TranscodedMd5.of(
        new ByteArrayInputStream(body), Charset.forName(charset), MessageDigest.getInstance("MD5"));
  }

  /** Half a pair inside what is read at once would be waited for without an end. */
  @Test
  void comesToAnEndWhateverTheBodyIs() {
    byte[] body = new byte[40_000];
    body[2] = (byte) 0xd8;
    assertTimeoutPreemptively(
        Duration.ofSeconds(20),
        () ->
            assertThatExceptionOfType(CharacterCodingException.class)
                .isThrownBy(() -> md5(body, "UTF-32")));
  }

  @Test
  void hashesTheTextInUtf8() throws Exception {
    String text = "\u5f20\u4e09\ud83d\ude00 ".repeat(5000);
    assertThat(md5(text.getBytes("GB18030"), "GB18030"))
        .isEqualTo(MessageDigest.getInstance("MD5").digest(text.getBytes(UTF_8)));
  }

  @ParameterizedTest
  @CsvSource({
    "UTF-32, 0000d80000000041", // the JDK decodes half a surrogate pair here, but encodes none
    "UTF-32, 000000410000d800",
    "CESU-8, eda08041",
    "GBK, 41ff"
  })
  void refusesABodyThatIsNoText(String charset, String hex) {
    assertTimeoutPreemptively(
        Duration.ofSeconds(20),
        () ->
            assertThatExceptionOfType(CharacterCodingException.class)
                .isThrownBy(() -> md5(HexFormat.of().parseHex(hex), charset)));
  }
}
