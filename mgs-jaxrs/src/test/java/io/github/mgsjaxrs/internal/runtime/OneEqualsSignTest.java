package io.github.mgsjaxrs.internal.runtime;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OneEqualsSignTest {

  private static final String FORMS =
      """
      a=1&b=2     | a=1&b=2
      a=1=2&b=3   | a=1%3D2&b=3
      a==         | a=%3D
      =           | =
      ===         | =%3D%3D
      a&b==&c     | a&b=%3D&c
      a==&=b=&==  | a=%3D&=b%3D&=%3D
      %3D=%3D=    | %3D=%3D%3D
      """;

  @ParameterizedTest
  @CsvSource(textBlock = FORMS, delimiter = '|')
  void escapesWhatFollowsTheFirst(String form, String escaped) throws IOException {
    assertThat(stream(form).readAllBytes()).asString(US_ASCII).isEqualTo(escaped);
  }

  @ParameterizedTest
  @CsvSource(textBlock = FORMS, delimiter = '|')
  void doesSoInPieces(String form, String escaped) throws IOException {
    InputStream in = stream(form);
    StringBuilder read = new StringBuilder();
    byte[] piece = new byte[2];
    for (int count = in.read(piece); count >= 0; count = in.read(piece)) {
      read.append(new String(piece, 0, count, US_ASCII));
    }
    assertThat(read).hasToString(escaped);
  }

  @ParameterizedTest
  @CsvSource(textBlock = FORMS, delimiter = '|')
  void countsWhatItSkipsAsItIsRead(String form, String escaped) throws IOException {
    assertThat(stream(form).skip(100)).isEqualTo(escaped.length());
  }

  private static InputStream stream(String form) {
    return new OneEqualsSign(new ByteArrayInputStream(form.getBytes(US_ASCII)));
  }
}
