package io.github.mgsjaxrs.internal.request;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.mgsjaxrs.request.MalformedRequestException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Against Java's own UTF-8 decoder, and against the decoder for every charset. */
class Utf8EscapesTest {

  /** Of each kind of byte the first, the last and those beside them (RFC 3629, section 4). */
  private static final int[] EDGES = {
    0x00, 0x41, 0x7f, 0x80, 0x81, 0x8f, 0x90, 0x9f, 0xa0, 0xbe, 0xbf, 0xc0, 0xc1, 0xc2, 0xdf, 0xe0,
    0xe1, 0xec, 0xed, 0xee, 0xef, 0xf0, 0xf1, 0xf3, 0xf4, 0xf5, 0xf7, 0xf8, 0xfb, 0xfc, 0xfe, 0xff
  };

  @Tag("slow")
  @Test
  void readsEveryTwoBytesAsJavaDoes() {
    for (int first = 0; first < 0x100; first++) {
      for (int second = 0; second < 0x100; second++) {
        readsAsJavaDoes((byte) first, (byte) second);
      }
    }
  }

  @Tag("slow")
  @Test
  void readsFourBytesAtTheEdgesAsJavaDoes() {
    for (int first : EDGES) {
      for (int second : EDGES) {
        for (int third : EDGES) {
          readsAsJavaDoes((byte) first, (byte) second, (byte) third);
          for (int fourth : EDGES) {
            readsAsJavaDoes((byte) first, (byte) second, (byte) third, (byte) fourth);
          }
        }
      }
    }
  }

  @Tag("slow")
  @Test
  void readsEveryCodePoint() {
    for (int codePoint = 1; codePoint <= Character.MAX_CODE_POINT; codePoint += 7) {
      if (codePoint < Character.MIN_SURROGATE || codePoint > Character.MAX_SURROGATE) {
        String text = Character.toString(codePoint);
        same(escaped(text.getBytes(UTF_8)), Optional.of(text));
      }
    }
  }

  @Tag("slow")
  @Test
  void readsWhatIsEscapedInPartLikeTheDecoderForEveryCharset() {
    Random random = new Random(20260722);
    String alphabet = "%%%0123456789abcdefABCDEF+=&zé\u00a0\u0080\u00e5\u00bc\u00f0\u009f";
    for (int i = 0; i < 200_000; i++) {
      StringBuilder part = new StringBuilder();
      for (int n = random.nextInt(14); n > 0; n--) {
        part.append(
            random.nextInt(3) == 0
                ? escaped(new byte[] {(byte) EDGES[random.nextInt(EDGES.length)]})
                : alphabet.charAt(random.nextInt(alphabet.length())));
      }
      String sent = part.toString();
      same(sent, decodedForEveryCharset(sent));
    }
  }

  @Test
  void remembersAnEscapedDelimiter() throws MalformedRequestException {
    Utf8Escapes escapes = new Utf8Escapes();
    char[] plain = "a%25%2B".toCharArray();
    escapes.decode(plain, 0, plain.length);
    assertThat(escapes.delimiterMet()).isFalse();
    char[] ampersand = "a%26".toCharArray();
    escapes.decode(ampersand, 0, ampersand.length);
    assertThat(escapes.delimiterMet()).isTrue();
    escapes.clear();
    char[] equals = "%3D".toCharArray();
    escapes.decode(equals, 0, equals.length);
    assertThat(escapes.delimiterMet()).isTrue();
  }

  @Test
  void leavesWhatStandsAroundThePart() throws MalformedRequestException {
    char[] array = "%41=%42&%43".toCharArray();
    assertThat(new Utf8Escapes().decode(array, 4, 7)).isEqualTo(5);
    assertThat(new String(array)).startsWith("%41=B").endsWith("&%43");
  }

  private static void readsAsJavaDoes(byte... bytes) {
    Optional<String> expected = asJavaDoes(bytes);
    same(escaped(bytes), expected);
    String raw = new String(bytes, ISO_8859_1);
    if (raw.indexOf('+') < 0 && raw.indexOf('%') < 0) {
      same(raw, expected);
    }
  }

  /** Asserts only where it fails: more than a million cases would take an assertion each. */
  private static void same(String sent, Optional<String> expected) {
    Optional<String> decoded = decoded(sent);
    if (!decoded.equals(expected)) {
      assertThat(decoded).as(sent).isEqualTo(expected);
    }
  }

  private static Optional<String> asJavaDoes(byte[] bytes) {
    try {
      return Optional.of(UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
    } catch (CharacterCodingException invalid) {
      return Optional.empty();
    }
  }

  private static String escaped(byte[] bytes) {
    StringBuilder escaped = new StringBuilder();
    for (byte b : bytes) {
      escaped.append('%').append(Character.forDigit(b >> 4 & 0xf, 16));
      escaped.append(Character.forDigit(b & 0xf, 16));
    }
    return escaped.toString();
  }

  private static Optional<String> decoded(String sent) {
    char[] array = sent.toCharArray();
    try {
      return Optional.of(new String(array, 0, new Utf8Escapes().decode(array, 0, array.length)));
    } catch (MalformedRequestException invalid) {
      return Optional.empty();
    }
  }

  private static Optional<String> decodedForEveryCharset(String sent) {
    byte[] bytes = sent.getBytes(ISO_8859_1);
    try {
      return Optional.of(new PercentDecoder(UTF_8, true).decode(bytes, 0, bytes.length));
    } catch (MalformedRequestException invalid) {
      return Optional.empty();
    }
  }
}
