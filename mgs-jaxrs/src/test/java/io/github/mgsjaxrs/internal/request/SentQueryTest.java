package io.github.mgsjaxrs.internal.request;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.mgsjaxrs.request.Malformed;
import io.github.mgsjaxrs.request.MalformedRequestException;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What counts as another reading of a query. */
class SentQueryTest {

  private static final int LIMIT = 1_000;

  @ParameterizedTest
  @ValueSource(strings = {"a=1&b=2", "b=2&a=1", "&&a=1&b=2&", "%61=%31&b=2", "=&a=1&b=2"})
  void isReadAlikeWhateverItsSpelling(String query) throws Exception {
    assertThat(readOtherwise(query, Map.of("a", List.of("1"), "b", List.of("2")))).isNull();
  }

  @Test
  void hasAllValuesOfANameInTheirOrder() throws Exception {
    Map<String, List<String>> read = Map.of("a", List.of("1", "2", "1"), "b", List.of("3"));
    assertThat(readOtherwise("a=1&b=3&a=2&%61=1", read)).isNull();
    assertThat(readOtherwise("a=1&b=3&a=1&a=2", read)).isEqualTo("a");
    assertThat(readOtherwise("a=1&b=3&a=2", read)).isNotNull();
    assertThat(readOtherwise("a=1&b=3&a=2&a=1&a=1", read)).isEqualTo("a");
  }

  @ParameterizedTest
  @CsvSource({
    "a=1, a, 2", // another value
    "a=1&b=2, a, 1", // one is not read
    "a=1&a=1, a, 1", // a value is not read
    "a=1;b=2, a, 1",
    "'', a, 1", // one that was not sent
    "A=1, a, 1",
    "a=+, a, +",
    "a=1%31, a, 1",
    "a=1, a, 11",
    "a=%C3%A9, a, e",
    "a=%26, a, '%26'",
    "a, a, a"
  })
  void isReadOtherwise(@Nullable String query, String name, String value) throws Exception {
    assertThat(readOtherwise(query, Map.of(name, List.of(value)))).isNotNull();
  }

  @Test
  void isReadOtherwiseBySomebodyWhoKnowsNoCase() throws Exception {
    Map<String, List<String>> read = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    read.put("a", List.of("1", "1"));
    assertThat(readOtherwise("a=1&A=1", read)).isNotNull();
    assertThat(readOtherwise("a=1&a=1", read)).isNull();
  }

  @Test
  void isReadAlikeBySomebodyWithAnotherCharset() throws Exception {
    SentQuery.Reading latin = SentQuery.Reading.of(Map.of("a", List.of("\u00c3\u00a9")));
    assertThat(SentQuery.readOtherwise("a=%C3%A9", latin, LIMIT, ISO_8859_1)).isNull();
    assertThat(SentQuery.readOtherwise("a=%C3%A9", latin, LIMIT)).isEqualTo("a");
  }

  @Test
  void namesWhatIsReadOtherwise() throws Exception {
    assertThat(readOtherwise("a=1&%62=2", Map.of("a", List.of("1")))).isEqualTo("b");
    assertThat(readOtherwise(null, Map.of("evil", List.of("1")))).isEqualTo("evil");
    assertThat(readOtherwise("a=1", Map.of("a", List.of("1"), "z", List.of("")))).isEqualTo("z");
    assertThat(readOtherwise("a=1&a=1", Map.of("a", List.of("1")))).isEqualTo("a");
  }

  @Test
  void hasNothingToCompareWhereNothingWasSent() throws Exception {
    assertThat(readOtherwise(null, Map.of())).isNull();
    assertThat(readOtherwise("", Map.of("", List.of("")))).isNull();
  }

  @Test
  void isReadAlikeWhereNobodyReadsWhatHasNoName() throws Exception {
    assertThat(readOtherwise("a=1&=v", Map.of("a", List.of("1")))).isNull();
    assertThat(readOtherwise("a=1&=v", Map.of("a", List.of("1"), "", List.of("v")))).isNull();
    assertThat(readOtherwise("a=1&=v", Map.of("a", List.of("1"), "", List.of("w")))).isEmpty();
    assertThat(readOtherwise("a=1&=a=9", Map.of("a", List.of("9", "1")))).isEqualTo("a");
  }

  @Test
  void takesANullForAnEmptyValue() throws Exception {
    Map<String, List<String>> read = new HashMap<>();
    read.put("a", Collections.singletonList(null));
    read.put("b", Arrays.asList(null, "1"));
    assertThat(readOtherwise("a&b=&b=1", read)).isNull();
    assertThat(readOtherwise("a=1&b=&b=1", read)).isEqualTo("a");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a=%", "a=%zz", "%8", "a=\u00e9", "a=%C3%28", "a=%ED%A0%80"})
  void isRefusedWhereItCannotBeDecoded(String query) {
    assertThatExceptionOfType(MalformedRequestException.class)
        .isThrownBy(() -> readOtherwise(query, Map.of("a", List.of("x"))))
        .extracting(MalformedRequestException::kind)
        .isEqualTo(Malformed.ESCAPE);
  }

  /** What is told without decoding is what decoding tells, broken escapes included. */
  @Test
  void tellsOfEachSpellingWhatDecodingTells() throws Exception {
    List<String> values = List.of("");
    int alike = 0;
    int broken = 0;
    for (int length = 0; length <= 5; length++) {
      for (String value : values) {
        byte[] bytes = value.getBytes(UTF_8);
        String decoded = null;
        try {
          decoded = new PercentDecoder(UTF_8, true).decode(bytes, 0, bytes.length);
        } catch (MalformedRequestException malformed) {
          broken++;
        }
        for (String read : List.of(decoded == null ? "" : decoded, value, "a", "%", "%2", " ")) {
          String other;
          try {
            other = readOtherwise("n=" + value, Map.of("n", List.of(read)));
          } catch (MalformedRequestException malformed) {
            assertThat(decoded).as(value).isNull();
            continue;
          }
          assertThat(other == null)
              .as("%s read as %s", value, read)
              .isEqualTo(read.equals(decoded));
          alike += other == null ? 1 : 0;
        }
      }
      values =
          values.stream()
              .flatMap(value -> Stream.of("%", "+", "2", "6", "a", "g").map(value::concat))
              .toList();
    }
    assertThat(alike).isGreaterThan(4_000);
    assertThat(broken).isGreaterThan(4_000);
  }

  @Test
  void hasNoMoreParametersThanTheLimit() throws Exception {
    String query =
        IntStream.range(0, LIMIT).mapToObj(i -> "p" + i + "=1").collect(Collectors.joining("&"));
    Map<String, List<String>> read =
        IntStream.range(0, LIMIT)
            .boxed()
            .collect(Collectors.toMap(i -> "p" + i, i -> List.of("1")));
    assertThat(readOtherwise(query, read)).isNull();
    assertThatExceptionOfType(MalformedRequestException.class)
        .isThrownBy(() -> readOtherwise(query + "&q=1", read))
        .extracting(MalformedRequestException::kind)
        .isEqualTo(Malformed.TOO_MANY_PARAMETERS);
  }

  private static @Nullable String readOtherwise(
      @Nullable String query, Map<String, List<String>> read) throws MalformedRequestException {
    return SentQuery.readOtherwise(query, SentQuery.Reading.of(read), LIMIT);
  }
}
