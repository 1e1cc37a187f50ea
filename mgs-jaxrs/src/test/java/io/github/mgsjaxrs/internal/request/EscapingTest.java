package io.github.mgsjaxrs.internal.request;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What becomes of a stranger's text in a log. */
class EscapingTest {

  @Test
  void leavesWhatIsPrintableInWhateverPlane() {
    String text = "caf\u00e9 \u5f20\u4e09 \ud83d\ude00";
    assertThat(Escaping.oneLine(text)).isEqualTo(text);
  }

  @Test
  void keepsOneLine() {
    assertThat(Escaping.oneLine("a\r\n\tb\\c")).isEqualTo("a\\r\\n\\tb\\\\c");
  }

  /** A tag of a language, a private character, a direction, halves of a pair. */
  @ParameterizedTest
  @CsvSource({"E0041, db40 dc41", "F0000, db80 dc00", "202E, 202e", "D800, d800", "DC00, dc00"})
  void escapesWhatIsNotSeen(String codePoint, String units) {
    String text = Character.toString(Integer.parseInt(codePoint, 16));
    assertThat(Escaping.oneLine("a" + text + "b"))
        .isEqualTo("a\\u" + units.replace(" ", "\\u") + "b");
  }

  @Test
  void endsWithALongTextAndWithHalfAPairAtItsEnd() {
    assertThat(Escaping.oneLine("x".repeat(2047) + "\ud83d\ude00"))
        .startsWith("x".repeat(2047))
        .hasSizeLessThan(2100);
  }
}
