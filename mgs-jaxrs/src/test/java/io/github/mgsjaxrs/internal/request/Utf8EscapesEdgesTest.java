package io.github.mgsjaxrs.internal.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.mgsjaxrs.request.Malformed;
import io.github.mgsjaxrs.request.MalformedRequestException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The first and last of each kind of character, and what lies beyond (RFC 3629, section 4). */
class Utf8EscapesEdgesTest {

  private static String decoded(String sent) throws MalformedRequestException {
    return decoded(sent, "80");
  }

  /** What stands around the part is none of it, though it would make it whole. */
  private static String decoded(String sent, String behind) throws MalformedRequestException {
    char[] array = ("%" + sent + behind).toCharArray();
    int end = new Utf8Escapes().decode(array, 1, array.length - behind.length());
    return new String(array, 1, end - 1);
  }

  @ParameterizedTest
  @CsvSource({
    "%00, 0",
    "%7F, 7f",
    "%c2%80, 80",
    "%DF%bf, 7ff",
    "%E0%A0%80, 800",
    "%ED%9F%BF, d7ff",
    "%EE%80%80, e000",
    "%EF%BF%BF, ffff",
    "%F0%90%80%80, 10000",
    "%F3%BF%BF%BF, fffff",
    "%F4%8F%BF%BF, 10ffff",
    "\u00c3\u00a9, e9",
    "\u00e4\u00bd\u00a0, 4f60",
    "\u00f0\u009f\u0098\u0080, 1f600"
  })
  void readsTheFirstAndTheLastOfEachLength(String sent, String codePoint) throws Exception {
    String text = Character.toString(Integer.parseInt(codePoint, 16));
    assertThat(decoded(sent)).isEqualTo(text);
    assertThat(decoded("a" + sent + sent + "%41+b")).isEqualTo("a" + text + text + "A b");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "%80",
        "%BF",
        "\u0080",
        "%C0%80",
        "%C1%BF",
        "%C3",
        "%C3%7F",
        "%C3%C0",
        "%C3a",
        "%C3\u00a9",
        "\u00c3%A9",
        "\u00c3",
        "%E0%9F%BF",
        "%E4%BD",
        "%E4%BD%7F",
        "%E4%BD\u00a0",
        "%ED%A0%80",
        "%ED%BF%BF",
        "%F0%8F%BF%BF",
        "%F0%9F%98",
        "%F4%90%80%80",
        "%F7%BF%BF%BF",
        "%F8%80%80%80",
        "%F8%90%80%80",
        "%FF",
        "%",
        "%4",
        "%/1",
        "%:1",
        "%@1",
        "%G1",
        "%`1",
        "%g1",
        "%1/",
        "%1:",
        "%1G",
        "%1g",
        "%C3%",
        "%C3%A"
      })
  void refusesWhatLiesBeyondThem(String sent) {
    for (String behind : new String[] {"80", "\u00a9"}) {
      assertThatExceptionOfType(MalformedRequestException.class)
          .isThrownBy(() -> decoded(sent, behind))
          .satisfies(refused -> assertThat(refused.kind()).isEqualTo(Malformed.ESCAPE));
    }
  }
}
