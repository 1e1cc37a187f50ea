package io.github.mgsjaxrs.koogallery.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mgsjaxrs.koogallery.protocol.KooGalleryTime.Notation;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KooGalleryTimeTest {

  // the numbers are what `date -u -d '2017-06-21 18:55:32' +%s` gives, and the fraction
  @ParameterizedTest
  @CsvSource({
    "20170621185532123, 1498071332123",
    "2017062118553212, 1498071332120",
    "201706211855321, 1498071332100",
    "20170621185532, 1498071332000",
    "20240229000000000, 1709164800000"
  })
  void readsUtcWithAFractionOfUpToThreeDigits(String written, long millis) {
    assertThat(KooGalleryTime.dateTime(written)).hasValue(millis);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "2017062118553",
        "201706211855321234",
        "20170621 85532123",
        "20171321185532123",
        "20170230185532123",
        "20230229000000000",
        "20170621245532123",
        "20170621186032123",
        "20170621185560123",
        "-2017062118553212",
        "+2017062118553212",
        "２０１７０６２１１８５５３２１２３",
        "1498071332123"
      })
  void takesNothingElseForATime(String written) {
    assertThat(KooGalleryTime.dateTime(written)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "1680508066618, BOTH, 1680508066618",
    "1680508066, BOTH, 1680508066000",
    "1680508066618, MILLIS, 1680508066618",
    "1680508066, SECONDS, 1680508066000"
  })
  void readsMillisecondsAndSecondsByTheirLength(String written, Notation notation, long millis) {
    assertThat(KooGalleryTime.number(written, notation)).hasValue(millis);
  }

  @ParameterizedTest
  @CsvSource({
    "1680508066, MILLIS",
    "1680508066618, SECONDS",
    "'', BOTH",
    "168050806661, BOTH",
    "16805080666180, BOTH",
    "168050806, BOTH",
    "-680508066618, BOTH",
    "1680508066.18, BOTH",
    "99999999999999999999, BOTH"
  })
  void takesNoOtherNumber(String written, Notation notation) {
    assertThat(KooGalleryTime.number(written, notation)).isEmpty();
  }
}
