package io.github.mgsjaxrs.internal.request;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.util.stream.IntStream;
import org.glassfish.jersey.uri.UriComponent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Queries that need not be compared with what Jersey reads. */
class PlainQueryTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a",
        "a=",
        "a=1&b=2",
        "a=%20&b",
        "a=x%2Fy%3f",
        "a=%41%7e",
        "a.b-c_d~=1",
        "a=%C2%80",
        "a=%c3%A9x",
        "a=%E5%BC%A0%E4%B8%89&b=%F0%9F%98%80",
        "a=%F4%8F%BF%BF",
        "a=%ED%9F%BF",
        "a=+",
        "a=1+2%20+",
        "a=12:30,/x/?@!$'()*"
      })
  void arePlainWhereNobodyCanReadAnythingElse(String query) {
    assertThat(PlainQuery.isPlain(query)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "&a=1",
        "a=1&",
        "a=1&&b=2",
        "=1",
        "a=1=2",
        "a+=1",
        "+",
        "a=1;b=2",
        "a=;",
        "a:b=1",
        "a?=1",
        "a={b}",
        "a=[0]",
        "a=\\",
        "a=|",
        "a=\"",
        "a=^`<>",
        "a=#",
        "%61=1",
        "a%20=1",
        "a=%",
        "a=%4",
        "a=%zz",
        "a=%4g",
        "a=%g4",
        "a=%2",
        "a=%25",
        "a=%26",
        "a=%2B",
        "a=%2b",
        "a=%3B",
        "a=%3D",
        "a=%23",
        "a=%00",
        "a=%0A",
        "a=%1F",
        "a=%7F",
        "a=%80",
        "a=%BF%BF",
        "a=%C3",
        "a=%C3%",
        "a=%C3%4",
        "a=%C3%41",
        "a=%C3A9",
        "a=%C3\u00a9",
        "a=%C0%80",
        "a=%C1%BF",
        "a=%E0%9F%BF",
        "a=%E5%BC",
        "a=%E5%BC&b=%A0",
        "a=%ED%A0%80",
        "a=%ED%BF%BF",
        "a=%F0%8F%BF%BF",
        "a=%F4%90%80%80",
        "a=%F8%88%80%80%80",
        "a=%FE%80",
        "a=%FF%BF",
        "a=\u00e9",
        "a=%\uff14\uff11",
        "a=%u4f60"
      })
  void areNotPlainWhereSomebodyMay(String query) {
    assertThat(PlainQuery.isPlain(query)).isFalse();
  }

  /** All pairs of characters, as all servers take them, in two values of one name. */
  @Test
  void areReadByJerseyWithTheSignsThatNobodyEscapes() throws Exception {
    int plain = 0;
    for (char first = '!'; first < 0x7F; first++) {
      for (char second = '!'; second < 0x7F; second++) {
        plain += readByJersey("a=x" + first + second + "&b=" + second + "&a=" + first);
      }
    }
    // 66 unreserved characters (RFC 3986, section 2.3), and twelve signs
    assertThat(plain).isEqualTo(78 * 78);
  }

  /** All pairs of escapes, in two values of one name and one of another. */
  @Test
  void areReadByJerseyAsTheyAreWritten() throws Exception {
    int plain = 0;
    for (int first = 0; first < 256; first++) {
      for (int second = 0; second < 256; second++) {
        String query = "a=x%%%02X%%%02x&b=%%%02x%%%02X&a=2".formatted(first, second, first, second);
        plain += readByJersey(query);
      }
    }
    // of 95 printable characters, six mean something; of two bytes are U+0080 to U+07FF
    assertThat(plain).isEqualTo(89 * 89 + 0x780);
  }

  @Test
  void areAllCharactersThatClientsEscape() throws Exception {
    int[] characters =
        IntStream.rangeClosed(0x80, Character.MAX_CODE_POINT)
            .filter(point -> point < Character.MIN_SURROGATE || point > Character.MAX_SURROGATE)
            .toArray();
    for (int from = 0; from < characters.length; from += 100) {
      int count = Math.min(100, characters.length - from);
      String value = new String(characters, from, count);
      assertThat(readByJersey("a=" + URLEncoder.encode(value, UTF_8))).isOne();
    }
  }

  /** One, if it is plain; then Jersey has to read what was sent. */
  private static int readByJersey(String query) throws Exception {
    if (!PlainQuery.isPlain(query)) {
      return 0;
    }
    SentQuery.Reading jersey = SentQuery.Reading.of(UriComponent.decodeQuery(query, true));
    assertThat(SentQuery.readOtherwise(query, jersey, 10, UTF_8)).as(query).isNull();
    return 1;
  }
}
