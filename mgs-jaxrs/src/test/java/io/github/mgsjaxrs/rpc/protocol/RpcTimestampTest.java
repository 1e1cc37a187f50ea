package io.github.mgsjaxrs.rpc.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.mgsjaxrs.rpc.protocol.RpcTimestamp.Notation;
import java.math.BigInteger;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RpcTimestampTest {

  private static final String DIGITS =
      "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz+/";

  /** Values that were derived by hand, and the edges of both notations. */
  @ParameterizedTest
  @CsvSource({
    "1513923563850, 1513923563850",
    "M1yu55A, 1513923563850",
    "1700000000000, 1700000000000",
    "OlFvMW0, 1700000000000",
    "0, 0",
    "9, 9",
    "A, 10",
    "Z, 35",
    "a, 36",
    "z, 61",
    "+, 62",
    "/, 63",
    "+/, 4031",
    "9223372036854775807, 9223372036854775807",
    "7//////////, 9223372036854775807"
  })
  void readsBothNotations(String written, long millis) {
    assertThat(RpcTimestamp.millis(written, Notation.BOTH)).hasValue(millis);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "-1",
        "+1700000000000",
        "1700000000000 ",
        "1,700,000",
        "1.7e12",
        "01700000000000",
        "0OlFvMW0",
        "OlFvMW0=",
        "OlFvMW0\n",
        "OlF-MW_",
        "9223372036854775808",
        "8//////////",
        "80000000000A",
        "\u0661\u0667\u0660",
        "\uFF11"
      })
  void refusesWhatIsNoNumberOfEitherKind(String written) {
    assertThat(RpcTimestamp.millis(written, Notation.BOTH)).isEmpty();
  }

  @Test
  void endsEarlyInALongText() {
    assertThat(RpcTimestamp.millis("9".repeat(1 << 20), Notation.BOTH)).isEmpty();
    assertThat(RpcTimestamp.millis("A".repeat(1 << 20), Notation.BASE64)).isEmpty();
  }

  @Test
  void readsOneNotationWhereOneIsSet() {
    assertThat(RpcTimestamp.millis("OlFvMW0", Notation.DECIMAL)).isEmpty();
    assertThat(RpcTimestamp.millis("OlFvMW0", Notation.BASE64)).hasValue(1700000000000L);
    assertThat(RpcTimestamp.millis("10", Notation.DECIMAL)).hasValue(10);
    assertThat(RpcTimestamp.millis("1A", Notation.DECIMAL)).isEmpty();
    assertThat(RpcTimestamp.millis("10", Notation.BASE64)).hasValue(64);
  }

  @Property
  void readsEveryNumberThatItWrites(@ForAll @LongRange(min = 0) long millis) {
    for (Notation notation : new Notation[] {Notation.DECIMAL, Notation.BASE64}) {
      String written = RpcTimestamp.write(millis, notation);
      assertThat(RpcTimestamp.millis(written, notation)).hasValue(millis);
    }
  }

  @Property
  void takesOneWayOfWritingANumberAlone(
      @ForAll
          @StringLength(max = 13)
          @CharRange(from = '0', to = '9')
          @CharRange(from = 'A', to = 'Z')
          @CharRange(from = 'a', to = 'z')
          @Chars({'+', '/', '-', '='})
          String written) {
    RpcTimestamp.millis(written, Notation.BASE64)
        .ifPresent(
            millis -> assertThat(RpcTimestamp.write(millis, Notation.BASE64)).isEqualTo(written));
  }

  @Property
  void countsAsBigNumbersDo(
      @ForAll @StringLength(min = 1, max = 12) @CharRange(from = '0', to = 'z') String written) {
    BigInteger number = BigInteger.ZERO;
    for (char c : written.toCharArray()) {
      int digit = DIGITS.indexOf(c);
      if (digit < 0) {
        assertThat(RpcTimestamp.millis(written, Notation.BASE64)).isEmpty();
        return;
      }
      number = number.shiftLeft(6).add(BigInteger.valueOf(digit));
    }
    boolean leadingZero = written.length() > 1 && written.startsWith("0");
    if (leadingZero || number.bitLength() > 63) {
      assertThat(RpcTimestamp.millis(written, Notation.BASE64)).isEmpty();
    } else {
      assertThat(RpcTimestamp.millis(written, Notation.BASE64)).hasValue(number.longValueExact());
    }
  }

  @Test
  void writesNoNegativeNumber() {
    assertThat(RpcTimestamp.write(1700000000000L, Notation.BOTH)).isEqualTo("1700000000000");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> RpcTimestamp.write(-1, Notation.BASE64))
        .withMessageContaining("-1");
  }
}
