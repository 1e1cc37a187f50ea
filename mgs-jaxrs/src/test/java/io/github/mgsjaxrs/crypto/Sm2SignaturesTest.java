package io.github.mgsjaxrs.crypto;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Strict DER of small numbers: X.690, 8.1.3 (lengths), 8.3.2 (integers) and 10.1. */
class Sm2SignaturesTest {

  private static byte[] raw(String der) {
    return Sm2Signatures.raw(HexFormat.of().parseHex(der), Sm2Encoding.DER);
  }

  @ParameterizedTest
  @CsvSource({
    "3006020101020102, 01, 02",
    "300702020080020101, 80, 01",
    "300702020100020101, 0100, 01",
    "3007020101020200ff, 01, ff"
  })
  void isReadWhereItIsMinimal(String der, String r, String s) {
    String zeros = "0".repeat(64);
    assertThat(raw(der))
        .isEqualTo(
            HexFormat.of()
                .parseHex(zeros.substring(r.length()) + r + zeros.substring(s.length()) + s));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "30070202007f020101",
        "30080203000001020101",
        "30080203000080020101",
        "30080201010203000001",
        "3006020180020101",
        "3006020101020180",
        "3006020100020101",
        "3006020101020100",
        "3006020101020201",
        "3006020201020101",
        "3005020101020101",
        "3007020101020101",
        "30050201010201",
        "300602010102010101",
        "3006020101030101",
        "3006030101020101",
        "3106020101020101"
      })
  void isNoneWhereAnotherFormWouldBeShorterOrItIsNotWhole(String der) {
    assertThat(raw(der)).isNull();
  }
}
