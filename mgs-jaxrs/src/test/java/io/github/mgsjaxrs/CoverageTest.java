package io.github.mgsjaxrs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.mgsjaxrs.Coverage.Uncovered;
import io.github.mgsjaxrs.backend.protocol.Canonicalization;
import io.github.mgsjaxrs.backend.protocol.Canonicalization.EmptyBody;
import io.github.mgsjaxrs.backend.protocol.Canonicalization.Escapes;
import io.github.mgsjaxrs.backend.protocol.Canonicalization.Order;
import io.github.mgsjaxrs.backend.protocol.Canonicalization.Precedence;
import io.github.mgsjaxrs.backend.protocol.Canonicalization.Valueless;
import io.github.mgsjaxrs.internal.request.Escaping;
import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The choices that settings make, each for itself. */
class CoverageTest {

  @ParameterizedTest
  @EnumSource
  void refusesWhatTheSettingNames(Uncovered part) {
    assertThat(Coverage.AS_CONFIGURED.refuses(part)).isFalse();
    assertThat(Coverage.PROTOCOL.refuses(part)).isFalse();
    assertThat(Coverage.BODY.refuses(part))
        .isEqualTo(
            Set.of(
                    Uncovered.BODY,
                    Uncovered.OTHER_VALUE,
                    Uncovered.OTHER_SPELLING,
                    Uncovered.PATH_DELIMITER,
                    Uncovered.PATH_PREFIX,
                    Uncovered.PARTS,
                    Uncovered.CONTENT_TYPE,
                    Uncovered.QUERY,
                    Uncovered.METHOD)
                .contains(part));
    assertThat(Coverage.STRICT.refuses(part)).isTrue();
  }

  @Test
  void takesTheStricterOfTwo() {
    Coverage[] all = Coverage.values();
    for (int one = 0; one < all.length; one++) {
      for (int other = 0; other < all.length; other++) {
        assertThat(all[one].or(all[other])).isEqualTo(all[Math.max(one, other)]);
      }
    }
  }

  @Test
  void describesEveryUncoveredPartInWordsOfItsOwn() {
    assertThat(Arrays.stream(Uncovered.values()).map(Uncovered::description).distinct())
        .hasSameSizeAs(Uncovered.values())
        .allSatisfy(description -> assertThat(description).isNotBlank());
  }

  @Test
  void keepsEveryChoiceThatWasMade() {
    Charset gbk = Charset.forName("GBK");
    Canonicalization all =
        Canonicalization.builder()
            .parameters(Escapes.RAW)
            .path(Escapes.DECODED)
            .pathPrefixStrip("/strip")
            .pathPrefixAdd("/add")
            .valueless(Valueless.AS_SENT)
            .precedence(Precedence.FORM)
            .order(Order.CASE_INSENSITIVE)
            .emptyBody(EmptyBody.EMPTY)
            .charset(gbk)
            .charsetTranscoding(true)
            .build();
    assertThat(all)
        .isEqualTo(
            new Canonicalization(
                Escapes.RAW,
                Escapes.DECODED,
                "/strip",
                "/add",
                Valueless.AS_SENT,
                Precedence.FORM,
                Order.CASE_INSENSITIVE,
                EmptyBody.EMPTY,
                gbk,
                true));
    assertThat(all.toBuilder().build()).isEqualTo(all);
  }

  @ParameterizedTest
  @ValueSource(strings = {"gw", "/gw/", "/", "gw/"})
  void refusesAPrefixThatIsNoWholeSegmentOnEitherSide(String prefix) {
    assertThatExceptionOfType(IllegalArgumentException.class)
        .isThrownBy(() -> Canonicalization.builder().pathPrefixStrip(prefix).build())
        .withMessageContaining("to strip is '" + prefix + "'");
    assertThatExceptionOfType(IllegalArgumentException.class)
        .isThrownBy(() -> Canonicalization.builder().pathPrefixAdd(prefix).build())
        .withMessageContaining("to add is '" + prefix + "'");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "UTF-8",
        "US-ASCII",
        "GBK",
        "GB2312",
        "GB18030",
        "Big5",
        "ISO-8859-15",
        "windows-1252",
        "EUC-KR",
        "EUC-JP"
      })
  void takesCharsetsThatContainAscii(String charset) {
    Canonicalization named = Canonicalization.builder().charset(Charset.forName(charset)).build();
    assertThat(named.charset()).isEqualTo(Charset.forName(charset));
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "a\\b,a\\\\b",
        "tab\there,tab\\there",
        "`a\rb`,a\\rb",
        "`\u0000\u001b\u007f\u0085`,\\u0000\\u001b\\u007f\\u0085",
        "\u202ex\u2028\u2029,\\u202ex\\u2028\\u2029",
        "\ue000\uffff,\\ue000\\uffff",
        "\u4f60 \u00e9,\u4f60 \u00e9"
      })
  void escapesWhatWouldNotLookLikeItself(String text, String line) {
    assertThat(Escaping.oneLine(text)).isEqualTo(line);
  }

  @Test
  void cutsALineBehind2048Characters() {
    String longest = "x".repeat(2048);
    assertThat(Escaping.oneLine(longest)).isEqualTo(longest);
    assertThat(Escaping.oneLine(longest + "y")).isEqualTo(longest + "…(2049 characters)");
  }
}
