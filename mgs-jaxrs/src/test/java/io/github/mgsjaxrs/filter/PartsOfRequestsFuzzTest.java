package io.github.mgsjaxrs.filter;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.github.mgsjaxrs.internal.entity.TranscodedMd5;
import io.github.mgsjaxrs.internal.request.PathViews;
import io.github.mgsjaxrs.internal.request.QueryNames;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.List;

/** What reads a stranger's bytes beside the string to sign. */
class PartsOfRequestsFuzzTest {

  private static final List<Charset> CHARSETS =
      List.of(
          UTF_8,
          Charset.forName("GBK"),
          Charset.forName("GB18030"),
          Charset.forName("UTF-16"),
          Charset.forName("UTF-32BE"),
          Charset.forName("ISO-2022-JP"),
          Charset.forName("Big5-HKSCS"),
          Charset.forName("CESU-8"));

  @FuzzTest
  void hashesATranscodedBodyAsAWholeOrRefusesIt(byte[] input)
      throws IOException, NoSuchAlgorithmException {
    if (input.length < 2) {
      return;
    }
    Charset charset = CHARSETS.get(input[0] & 7);
    byte[] body = Arrays.copyOfRange(input, 1, input.length);
    byte[] md5;
    try {
      md5 =
          TranscodedMd5.of(
              new ByteArrayInputStream(body), charset, MessageDigest.getInstance("MD5"));
    } catch (CharacterCodingException refused) {
      assertThatThrownBy(() -> utf8(body, charset)).isInstanceOf(CharacterCodingException.class);
      return;
    }
    assertThat(md5).isEqualTo(MessageDigest.getInstance("MD5").digest(utf8(body, charset)));
  }

  private static byte[] utf8(byte[] body, Charset charset) throws CharacterCodingException {
    ByteBuffer encoded =
        UTF_8.newEncoder().encode(charset.newDecoder().decode(ByteBuffer.wrap(body)));
    byte[] bytes = new byte[encoded.remaining()];
    encoded.get(bytes);
    return bytes;
  }

  @FuzzTest
  void readsEveryQueryAndPathWithoutAnException(byte[] input) {
    String text = new String(input, ISO_8859_1);
    assertThat(QueryNames.of(text)).isNotEmpty();
    for (String view : PathViews.of("/" + text)) {
      assertThat(view).startsWith("/");
    }
  }
}
