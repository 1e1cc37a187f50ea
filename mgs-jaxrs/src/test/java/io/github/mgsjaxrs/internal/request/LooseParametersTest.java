package io.github.mgsjaxrs.internal.request;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LooseParametersTest {

  /** Name and value in brackets; {@code null} where nothing is assigned. */
  private static List<String> read(String text) {
    List<String> read = new ArrayList<>();
    LooseParameters pieces = new LooseParameters(text);
    while (pieces.next()) {
      assertThat(pieces.isEmpty()).isEqualTo(pieces.rawName().isEmpty() && isUnassigned(pieces));
      read.add("[" + pieces.rawName() + "][" + pieces.rawValue() + "]");
    }
    assertThat(pieces.next()).isFalse();
    return read;
  }

  private static boolean isUnassigned(LooseParameters pieces) {
    return pieces.rawValue() == null;
  }

  @Test
  void cutsAtEachAmpersandAndAtTheFirstEqualsSignBehindIt() {
    assertThat(read("a=1&b=2=3&c&d=&=4"))
        .containsExactly("[a][1]", "[b][2=3]", "[c][null]", "[d][]", "[][4]");
  }

  @Test
  void tellsEmptyPiecesToo() {
    assertThat(read("")).containsExactly("[][null]");
    assertThat(read("&a&&")).containsExactly("[][null]", "[a][null]", "[][null]", "[][null]");
  }

  @Test
  void leavesWhatCannotBeDecodedAsItStands() {
    assertThat(LooseParameters.decoded("%E5%BC%A0+1", UTF_8)).isEqualTo("\u5f20 1");
    assertThat(LooseParameters.decoded("%D5%C5", Charset.forName("GBK"))).isEqualTo("\u5f20");
    assertThat(LooseParameters.decoded("1%zz+2", UTF_8)).isEqualTo("1%zz+2");
  }

  @Test
  void countsNamesAsServletContainersDo() {
    assertThat(QueryNames.counted("a=1&%61=2&b&&%zz=1"))
        .isEqualTo(Map.of("a", 2, "b", 1, "", 1, "%zz", 1));
    assertThat(QueryNames.counted(null)).isEmpty();
  }
}
