package io.github.mgsjaxrs.koogallery.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.mgsjaxrs.Coverage.Uncovered;
import io.github.mgsjaxrs.request.Malformed;
import io.github.mgsjaxrs.request.MalformedRequestException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KooGalleryQueryTest {

  private static KooGalleryQuery query(String text) {
    try {
      return KooGalleryQuery.of(text, 10);
    } catch (MalformedRequestException malformed) {
      throw new AssertionError(malformed);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ' ',
      value = {
        "p3=3&p1=1&timeStamp=201706211855321&authToken=x&p2=2"
            + " p1=1&p2=2&p3=3&timeStamp=201706211855321",
        "b=1&a=2&B=3 B=3&a=2&b=1",
        "a=1&a=2&a=3 a=1",
        "a&b=&c a=&b=&c=",
        "&&a=1&&b=2& a=1&b=2",
        "a=1=2 a=1=2",
        "a=%E4%B8%AD a=中",
        "%61=%62 a=b",
        "authToken=x ''"
      })
  void signsAllParametersButTheTokenDecodedAndSortedByName(String sent, String signed) {
    assertThat(query(sent).message()).isEqualTo(signed);
  }

  @Test
  void takesAPlusSignForABlankAsFormsDo() {
    assertThat(query("a=1+2&b=1%2B2").message()).isEqualTo("a=1 2&b=1+2");
  }

  @Test
  void leavesCiphertextAsItIs() {
    String ciphertext = "Abcdefgh123456785VwYwPooFZquw9aGOzCY6RG6DCM3TKD98FsAyl60zb8=";
    assertThat(query("email=" + ciphertext.replace("=", "%3D")).message())
        .isEqualTo("email=" + ciphertext);
    assertThat(query("email=" + ciphertext.replace("=", "%3D")).uncovered()).isEmpty();
  }

  @Test
  void hasNoMessageWithoutAQuery() throws MalformedRequestException {
    assertThat(KooGalleryQuery.of(null, 0).message()).isEmpty();
    assertThat(KooGalleryQuery.of("", 0).message()).isEmpty();
  }

  @Test
  void givesAllValuesOfAParameter() {
    assertThat(query("a=1&b=2&a=3").values("a")).isEqualTo(List.of("1", "3"));
    assertThat(query("a=1").values("b")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"a=1%26b%3D2", "a%3Db=1", "a%26b=1", "a=1%26b%3D", "a=%26%3D", "%26a=1", "%3Da=1"})
  void tellsWhereOtherParametersWouldGiveTheSameText(String sent) {
    assertThat(query(sent).uncovered()).containsExactly(Uncovered.DELIMITER);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a=1%3D2", "name=A+%26+B+Ltd.", "a=%3D%26", "a=1&b=2"})
  void leavesDelimitersThatCanBeTakenInOneWayOnly(String sent) {
    assertThat(query(sent).uncovered()).isEmpty();
  }

  @Test
  void tellsRepeatedParameters() {
    assertThat(query("a=1&%61=2").uncovered()).containsExactly(Uncovered.REPEATED_PARAMETER);
  }

  @Test
  void tellsParametersThatVersionTwoDoesNotSign() {
    assertThat(query("signature=1&timestamp=2&nonce=3").hasOthers()).isFalse();
    assertThat(query("signature=1&timestamp=2&nonce=3&a=4").hasOthers()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"a=%", "a=%4", "a=%zz", "a=%ff", "%E4=1", "a=\u00e4", "a=\u4e2d"})
  void refusesWhatCannotBeDecoded(String sent) {
    assertThatExceptionOfType(MalformedRequestException.class)
        .isThrownBy(() -> KooGalleryQuery.of(sent, 10))
        .returns(Malformed.ESCAPE, MalformedRequestException::kind);
  }

  @Test
  void boundsTheParameters() throws MalformedRequestException {
    assertThat(KooGalleryQuery.of("a=1&&&b=2", 2).message()).isEqualTo("a=1&b=2");
    assertThatExceptionOfType(MalformedRequestException.class)
        .isThrownBy(() -> KooGalleryQuery.of("a=1&a=2&a=3", 2))
        .returns(Malformed.TOO_MANY_PARAMETERS, MalformedRequestException::kind);
  }

  @Test
  void masksValuesUnlessTheyAreWanted() {
    KooGalleryQuery query = query("email=secret&b=1%0A2&authToken=x");
    assertThat(query.describe(false)).isEqualTo("b=***&email=***").isEqualTo(query.toString());
    assertThat(query.describe(true)).isEqualTo("b=1\\n2&email=secret");
  }
}
