package io.github.mgsjaxrs.backend.protocol;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.mgsjaxrs.Coverage.Uncovered;
import io.github.mgsjaxrs.properties.PlainRequest;
import io.github.mgsjaxrs.properties.PlainStringToSign;
import io.github.mgsjaxrs.request.Malformed;
import io.github.mgsjaxrs.request.MalformedRequestException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Queries at every edge of what is read eight characters at a time, beside the slow second
 * implementation. Always the same queries: the seed is fixed.
 */
class UnescapedQueryTest {

  private static final int RANDOM_QUERIES = 60_000;

  /** Beginnings that are shorter than a word, exactly one, and longer. */
  private static final String[] BEGINNINGS = {
    "", "", "", "k", "param", "1234567", "12345678", "123456789", "name.of.the.field"
  };

  /** Mostly what is read quickly; {@code &'<>} and the like differ in one bit from delimiters. */
  private static final String[] USUAL = {
    "a", "b", "A", "B", "0", "~", "\0", "\u007f", "'", "<", ">", "$", "/", ";", "*", "-", "="
  };

  private static final String[] UNUSUAL = {
    "%",
    "%4",
    "%41",
    "%26",
    "%e4%bd%a0",
    "+",
    "?",
    "\u0080",
    "\u00a6",
    "\u00bd",
    "\u4f60",
    "\u0126",
    "\u263d",
    "\ud83d\ude00",
    "\ud83d",
    "\ude00"
  };

  private final Random random = new Random(8_160);
  private final UnescapedQuery unescaped = new UnescapedQuery();

  private boolean reads(String query) {
    return unescaped.read(query, 1000);
  }

  private static Optional<String> slowly(String query) {
    return PlainStringToSign.readings(
            new PlainRequest("GET", "/p", query, false, UTF_8, new byte[0]),
            Canonicalization.DEFAULT)
        .map(readings -> readings.get(0));
  }

  /** The text of the whole way from a request on, or nothing if it is refused. */
  private static Optional<String> quickly(String query) {
    SignedRequest request = SignedRequest.of("GET", "/p", query, null, new byte[0]);
    try {
      return Optional.of(StringToSign.of(request, Canonicalization.DEFAULT, 1000).text());
    } catch (MalformedRequestException refused) {
      return Optional.empty();
    }
  }

  @Test
  void agreesWithTheSlowImplementation() {
    List<String> wrong = new ArrayList<>();
    int read = 0;
    for (int i = 0; i < RANDOM_QUERIES; i++) {
      String query = query();
      Optional<String> expected = slowly(query);
      if (!quickly(query).equals(expected)) {
        wrong.add(query);
      }
      if (reads(query)) {
        read++;
        if (!Optional.of("GET\n\n/p" + unescaped.text()).equals(expected)) {
          wrong.add(query);
        }
      }
    }
    assertThat(wrong).isEmpty();
    assertThat(read).isBetween(RANDOM_QUERIES / 4, RANDOM_QUERIES * 3 / 4);
  }

  private String query() {
    String beginning = BEGINNINGS[random.nextInt(BEGINNINGS.length)];
    boolean unusual = random.nextInt(5) == 0;
    List<String> pieces = new ArrayList<>();
    for (int count = random.nextInt(random.nextInt(18) + 1); count >= 0; count--) {
      boolean bare = random.nextInt(60) == 0;
      pieces.add(
          random.nextInt(60) == 0
              ? ""
              : beginning + text(unusual, 4) + (bare ? "" : "=" + text(unusual, 9)));
    }
    return String.join("&", pieces);
  }

  private String text(boolean unusual, int most) {
    StringBuilder text = new StringBuilder();
    for (int length = random.nextInt(most); length > 0; length--) {
      text.append(
          unusual && random.nextInt(12) == 0
              ? UNUSUAL[random.nextInt(UNUSUAL.length)]
              : USUAL[random.nextInt(USUAL.length)]);
    }
    return text.toString();
  }

  @Test
  void readsEveryCharacterAtEveryPlaceOfAWord() {
    List<Integer> wrong = new ArrayList<>();
    for (int character = 0; character <= 0x17f; character++) {
      for (int place = 0; place < 24; place++) {
        char[] characters = "b=234567&a=1&ccccccc=456".toCharArray();
        characters[place] = (char) character;
        String query = new String(characters);
        Optional<String> expected = slowly(query);
        if (!quickly(query).equals(expected)
            || (reads(query) && !expected.equals(Optional.of("GET\n\n/p" + unescaped.text())))) {
          wrong.add(character);
        }
      }
    }
    assertThat(wrong).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a=1234%41",
        "a=12345+6",
        "a=123456?",
        "a=123456\u0080",
        "a=12345\u4f60",
        "a=123456\ud83d",
        "a=1234567&b",
        "a=123456&&b=1",
        "&a=123456",
        "a=123456&",
        "a=123&a=456",
        "123456789=1&123456789=2",
        "a=1&b=2",
        ""
      })
  void leavesWhatIsUnusualToTheGeneralWay(String query) {
    assertThat(reads(query)).isFalse();
    assertThat(quickly(query)).isEqualTo(slowly(query));
  }

  @Test
  void readsQueriesUpToTheirLongest() {
    for (int length = 0; length <= 170; length++) {
      String query = "b=" + "x".repeat(length / 2) + "&a=" + "y".repeat((length + 1) / 2);
      assertThat(reads(query)).isEqualTo(query.length() >= 8 && query.length() <= 160);
      assertThat(quickly(query)).isEqualTo(slowly(query));
    }
  }

  @Test
  void readsAsManyParametersAsTheLimitSaysAndNoMore() {
    for (int count = 2; count <= 18; count++) {
      List<String> pieces =
          IntStream.range(0, count).mapToObj(i -> "n" + i + "=" + i).collect(Collectors.toList());
      Collections.shuffle(pieces, random);
      String query = String.join("&", pieces);
      assertThat(unescaped.read(query, count)).isEqualTo(count <= 16);
      assertThat(unescaped.read(query, count - 1)).isFalse();
      assertThat(quickly(query)).isEqualTo(slowly(query));
      SignedRequest request = SignedRequest.of("GET", "/p", query, null, new byte[0]);
      int tooFew = count - 1;
      assertThat(
              catchThrowableOfType(
                      MalformedRequestException.class,
                      () -> StringToSign.of(request, Canonicalization.DEFAULT, tooFew))
                  .kind())
          .isEqualTo(Malformed.TOO_MANY_PARAMETERS);
    }
  }

  @Test
  void listsNamesAndValuesInTheirOrder() {
    assertThat(reads("b==2=&long.name.two=&long.name.one=1&=x&a=")).isTrue();
    assertThat(unescaped.list())
        .isEqualTo(
            Arrays.asList(
                new Parameter("", "x", true),
                new Parameter("a", "", true),
                new Parameter("b", "=2=", true),
                new Parameter("long.name.one", "1", true),
                new Parameter("long.name.two", "", true)));
  }

  @Test
  void forgetsTheRequestBefore() throws Exception {
    Canonicalization choices = Canonicalization.DEFAULT;
    for (int i = 0; i < 20; i++) {
      SignedRequest repeated = SignedRequest.of("GET", "/p", "a=%26&a=2", null, new byte[0]);
      assertThat(StringToSign.of(repeated, choices, 9).uncovered())
          .containsExactlyInAnyOrder(Uncovered.REPEATED_PARAMETER, Uncovered.DELIMITER);
      SignedRequest plain = SignedRequest.of("GET", "/p", "b=12&a=34", null, new byte[0]);
      StringToSign text = StringToSign.of(plain, choices, 9);
      assertThat(text.uncovered()).isEmpty();
      assertThat(text.describe(true)).isEqualTo("GET\\n\\n/p?a=34&b=12");
      SignedRequest none = SignedRequest.of("GET", "/p", null, null, new byte[0]);
      assertThat(StringToSign.of(none, choices, 9).text()).isEqualTo("GET\n\n/p");
    }
  }
}
