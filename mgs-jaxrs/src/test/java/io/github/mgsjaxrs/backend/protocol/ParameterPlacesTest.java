package io.github.mgsjaxrs.backend.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Sorting in place, each time in a new object: what is used again may have grown before. */
class ParameterPlacesTest {

  private final ParameterPlaces places = new ParameterPlaces();

  /** Lays names out as a query does, in an array that ends with the last of them. */
  private char[] add(List<String> names) {
    StringBuilder sent = new StringBuilder();
    for (String name : names) {
      places.addUnassigned(
          sent.length(), sent.length() + name.length(), sent.length() + name.length());
      sent.append(name).append('&');
    }
    sent.setLength(Math.max(0, sent.length() - 1));
    return sent.toString().toCharArray();
  }

  private List<String> names(char[] characters) {
    return IntStream.range(0, places.count())
        .mapToObj(i -> new String(characters, places.name(i), places.nameEnd(i) - places.name(i)))
        .toList();
  }

  private static List<String> shuffled(List<String> names) {
    List<String> shuffled = new ArrayList<>(names);
    Collections.shuffle(shuffled, new Random(names.size()));
    return shuffled;
  }

  private void sortsAsStringsDo(List<String> names) {
    char[] characters = add(names);
    assertThat(places.sort(characters, true)).isFalse();
    assertThat(names(characters)).isEqualTo(names.stream().sorted().toList());
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 6, 7, 8, 9, 15, 16, 17, 31, 32, 33, 64, 65, 200})
  void sortsAnyNumberOfNames(int count) {
    sortsAsStringsDo(shuffled(IntStream.range(0, count).mapToObj(i -> "name" + i).toList()));
  }

  @ParameterizedTest
  @ValueSource(ints = {16, 17, 40})
  void sortsWhatComesTheWrongWayRound(int count) {
    sortsAsStringsDo(IntStream.range(0, count).mapToObj(i -> "k" + (999 - i)).toList());
    assertThat(places.count()).isEqualTo(count);
  }

  @Test
  void sortsAnewWhatStandsWhereOthersStoodBefore() {
    sortsAsStringsDo(List.of("a", "b", "c"));
    places.clear();
    sortsAsStringsDo(List.of("z", "y", "x"));
  }

  @Test
  void putsANameInFrontOfThoseThatItBegins() {
    sortsAsStringsDo(List.of("abcdef", "ab", "abcd", "abcde", "a", "abc", "ab\u0000", "", "b"));
  }

  @Test
  void findsADifferenceAnywhereInALongName() {
    List<String> names = new ArrayList<>();
    for (int at = 0; at < 12; at++) {
      names.add("a".repeat(at) + "b" + "a".repeat(11 - at));
      names.add("a".repeat(at) + "\uffff" + "a".repeat(11 - at));
    }
    sortsAsStringsDo(shuffled(names));
  }

  @Test
  void comparesCodeUnitsWithoutSign() {
    sortsAsStringsDo(List.of("\uffff", "\u8000", "\u7fff", "\ud83d\ude00", "\uff5e", "a"));
  }

  @Test
  void ordersNamesWithoutCaseAndThoseThatAreThenEqualByCodeUnits() {
    List<String> names = List.of("b", "B", "a", "C", "A", "aB", "Ab", "ab", "AB", "c");
    char[] characters = add(shuffled(names));
    assertThat(places.sort(characters, false)).isFalse();
    assertThat(names(characters))
        .isEqualTo(
            names.stream()
                .sorted(String.CASE_INSENSITIVE_ORDER.thenComparing(Comparator.naturalOrder()))
                .toList());
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 3, 7, 8, 40})
  void keepsTheFirstOfEqualNames(int count) {
    List<String> names = new ArrayList<>(Collections.nCopies(count, "same"));
    names.add(1, "other");
    names.add("zero");
    char[] characters = add(names);

    assertThat(places.sort(characters, true)).isTrue();
    assertThat(places.dropRepeated(characters)).isTrue();

    assertThat(names(characters)).containsExactly("other", "same", "zero");
    assertThat(places.name(1)).isZero();
  }

  @Test
  void dropsNothingWhereNoNameIsRepeated() {
    char[] characters = add(List.of("b", "a", "ab"));
    places.sort(characters, true);
    assertThat(places.dropRepeated(characters)).isFalse();
    assertThat(names(characters)).containsExactly("a", "ab", "b");
    places.clear();
    assertThat(places.dropRepeated(characters)).isFalse();
    assertThat(places.count()).isZero();
  }

  @Test
  void writesNamesAndValuesWhereverTheyStand() {
    char[] characters = "xa=12;b==4;c;d=".toCharArray();
    places.add(1, 2, 3, 5, 2); // as it was sent
    places.add(6, 7, 9, 10, 8); // the name was longer before it was decoded
    places.addUnassigned(11, 12, 12);
    places.add(13, 14, 15, 15, 14);
    char[] text = new char["__a=12b=4cd=".length()];
    int end = 2;
    for (int i = 0; i < places.count(); i++) {
      end = places.append(i, characters, text, end);
    }
    assertThat(new String(text, 2, end - 2)).isEqualTo("a=12b=4cd=");
  }

  @Test
  void tellsAnEmptyValueFromNone() {
    places.add(0, 1, 2, 2, 1);
    places.addUnassigned(3, 4, 4);
    assertThat(places.assigned(0)).isTrue();
    assertThat(places.value(0)).isEqualTo(2);
    assertThat(places.end(0)).isEqualTo(2);
    assertThat(places.assigned(1)).isFalse();
    assertThat(places.value(1)).isZero();
    assertThat(places.end(1)).isZero();
  }
}
