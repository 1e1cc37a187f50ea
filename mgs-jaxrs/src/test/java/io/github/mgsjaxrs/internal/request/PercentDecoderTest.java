package io.github.mgsjaxrs.internal.request;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.mgsjaxrs.request.Malformed;
import io.github.mgsjaxrs.request.MalformedRequestException;
import java.nio.charset.Charset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Percent escapes in charsets other than UTF-8; GBK has 张 as D5 C5 and 癆 as B0 41. */
class PercentDecoderTest {

  private static final Charset GBK = Charset.forName("GBK");

  private static String gbk(String latin1) throws MalformedRequestException {
    // bytes around the part, which are none of it
    byte[] bytes = ("%" + latin1 + "41").getBytes(ISO_8859_1);
    return new PercentDecoder(GBK, true).decode(bytes, 1, bytes.length - 2);
  }

  @ParameterizedTest
  @CsvSource(
      ignoreLeadingAndTrailingWhitespace = false,
      value = {
        "plain,plain",
        "a+b,a b",
        "%2B,+",
        "%41%5a%7E,AZ~",
        "%d5%C5,\u5f20",
        "\u00d5\u00c5,\u5f20",
        "a%D5%C5b,a\u5f20b",
        "%D5%C5\u00d5\u00c5,\u5f20\u5f20",
        "\u00d5\u00c5%D5%C5,\u5f20\u5f20",
        "\u00d5\u00c5%41,\u5f20A",
        "%41\u00d5\u00c5,A\u5f20",
        "%D5%C5+,\u5f20 ",
        "+%D5%C5,' \u5f20'",
        "\u00d5\u00c5a%D5%C5,\u5f20a\u5f20"
      })
  void decodesEscapesAndCharacters(String sent, String text) throws Exception {
    assertThat(gbk(sent)).isEqualTo(text.replace("'", ""));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "%",
        "%4",
        "%D",
        "%4g",
        "%g4",
        "%/0",
        "%:0",
        "%@0",
        "%`0",
        "%G0",
        "a%",
        "%25%",
        "%D5",
        "\u00d5",
        "%D5\u00c5",
        "\u00d5%C5",
        "%B0A",
        "\u00b0%41",
        "%D5+",
        "%FF%FF",
        "%D5%",
        "%\u00d50"
      })
  void refusesWhatIsBrokenOrEscapedInPart(String sent) {
    assertThatExceptionOfType(MalformedRequestException.class)
        .isThrownBy(() -> gbk(sent))
        .satisfies(refused -> assertThat(refused.kind()).isEqualTo(Malformed.ESCAPE));
  }

  @Test
  void namesTheCharsetThatTheBytesAreNotValidIn() {
    assertThatExceptionOfType(MalformedRequestException.class)
        .isThrownBy(() -> gbk("%D5"))
        .withMessageStartingWith("a parameter is not valid in GBK, where all bytes of a character");
  }

  @Test
  void decodesTheFirstAndTheLastOfAscii() throws Exception {
    assertThat(gbk("%00%7F")).isEqualTo("\u0000\u007f");
  }

  @Test
  void leavesAPlusInAPath() throws Exception {
    assertThat(PercentDecoder.decodePath("/a+b%2Bc%20d\u4f60%E4%BD%A0"))
        .isEqualTo("/a+b+c d\u4f60\u4f60");
    assertThat(PercentDecoder.decodePath("/a+b")).isEqualTo("/a+b");
  }

  @Test
  void remembersAnEscapedDelimiterOnly() throws Exception {
    PercentDecoder decoder = new PercentDecoder(GBK, true);
    byte[] plain = "&=%2B%D5%C5".getBytes(ISO_8859_1);
    decoder.decode(plain, 0, plain.length);
    assertThat(decoder.delimiterMet()).isFalse();
    for (String delimiter : new String[] {"%26", "%3d"}) {
      PercentDecoder fresh = new PercentDecoder(GBK, true);
      byte[] escaped = delimiter.getBytes(UTF_8);
      fresh.decode(escaped, 0, escaped.length);
      assertThat(fresh.delimiterMet()).as(delimiter).isTrue();
    }
  }

  @Test
  void readsTheCharsetAloneWhereEscapesStay() throws Exception {
    byte[] bytes = "x\u00d5\u00c5%D5y".getBytes(ISO_8859_1);
    assertThat(new PercentDecoder(GBK, true).undecoded(bytes, 1, 6)).isEqualTo("\u5f20%D5");
  }
}
