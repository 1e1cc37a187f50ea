package io.github.mgsjaxrs.tool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** Expressions as MicroProfile Config expands them. */
class SettingsFileTest {

  private static final Expressions EXPRESSIONS =
      new Expressions(
          Map.of("own", "of the file", "loop", "${loop}", "deep", "<${own}>")::get,
          Map.of("STORE_PASSWORD", "changeit", "SET_TWICE", "of the environment")::get);

  private static String expanded(String value) {
    return EXPRESSIONS.expand("mgs.keystore.password", value);
  }

  @Test
  void expandsVariablesAndPropertiesInThisOrder() {
    assertThat(expanded("${STORE_PASSWORD}")).isEqualTo("changeit");
    assertThat(expanded("${store.password}")).isEqualTo("changeit");
    assertThat(expanded("a${own}b${deep}")).isEqualTo("aof the fileb<of the file>");
    assertThat(expanded("${set.twice}")).isEqualTo("of the environment");
    assertThat(expanded("${java.version}")).isEqualTo(System.getProperty("java.version"));
  }

  @Test
  void takesTheDefaultWhereNothingIsSet() {
    assertThat(expanded("${nothing:a:b}")).isEqualTo("a:b");
    assertThat(expanded("${nothing:}")).isEmpty();
    assertThat(expanded("${nothing:${own}}")).isEqualTo("of the file");
    assertThat(expanded("${own:default}")).isEqualTo("of the file");
  }

  @Test
  void leavesEscapedAndLoneCharactersAsTheyAre() {
    assertThat(expanded("\\${own}")).isEqualTo("${own}");
    assertThat(expanded("$own {own} $ { }")).isEqualTo("$own {own} $ { }");
  }

  @Test
  void saysWhatIsMissing() {
    assertThatThrownBy(() -> expanded("${nothing}"))
        .hasMessageContaining("mgs.keystore.password refers to something");
    assertThatThrownBy(() -> expanded("${own")).hasMessageContaining("without its }");
    assertThatThrownBy(() -> expanded("${loop}")).hasMessageContaining("refers to itself");
  }
}
