package io.github.mgsjaxrs.internal.scheme;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The window of time in which a request has to be signed. */
class TimeWindowTest {

  @ParameterizedTest
  @CsvSource({
    "1000000, true",
    "700000, true",
    "699999, false",
    "1300000, true",
    "1300001, false",
    "0, false",
    "9223372036854775807, false"
  })
  void liesWithinTheWindowUpToItsEdges(long millis, boolean within) {
    assertThat(TimeWindow.isWithin(millis, 1_000_000, Duration.ofMinutes(5))).isEqualTo(within);
  }
}
