package io.github.mgsjaxrs.internal.enforcement;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class HeldAnswerTest {

  private final HeldAnswer held = new HeldAnswer(5);

  @Test
  void keepsWhatWasWrittenUpToTheLimit() throws IOException {
    held.write('a');
    held.write("-bcd-".getBytes(US_ASCII), 1, 3);
    held.write('e');
    held.close();
    assertThat(held.content()).asString(US_ASCII).isEqualTo("abcde");
    assertThat(held.isTooLong()).isFalse();
  }

  @Test
  void keepsNothingOfWhatIsTooLongAndNamesTheSetting() throws IOException {
    held.write(new byte[5]);
    assertThatThrownBy(() -> held.write(1))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("5 bytes")
        .hasMessageContaining("mgs.koogallery.response-limit");
    assertThat(held.isTooLong()).isTrue();
    assertThat(held.content()).isEmpty();
  }

  @Test
  void staysTooLongWhereAWriterGoesOn() {
    assertThatThrownBy(() -> held.write(new byte[6])).isInstanceOf(IOException.class);
    assertThatThrownBy(() -> held.write(new byte[1])).isInstanceOf(IOException.class);
    assertThatThrownBy(() -> held.write(0)).isInstanceOf(IOException.class);
    assertThat(held.isTooLong()).isTrue();
    assertThat(held.content()).isEmpty();
  }
}
