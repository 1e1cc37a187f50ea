package io.github.mgsjaxrs.cdi;

import static io.github.mgsjaxrs.cdi.Application.settings;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mgsjaxrs.MgsConfigurationException;
import io.github.mgsjaxrs.Rejected;
import io.github.mgsjaxrs.Verified;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConfiguredSaltsTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        " leading and trailing ",
        "a=b",
        "$",
        "a$b",
        "a$$b",
        "a\\$b",
        "\\",
        "a}b",
        "{}",
        "a,b\\,c"
      })
  void takesASaltWithoutAnExpressionExactly(String salt) throws Exception {
    try (Application application =
        Application.start(
            settings("mgs.keys.orders.algorithm", "MD5", "mgs.keys.orders.salt", salt))) {
      assertThat(application.verdict("orders", salt)).isInstanceOf(Verified.class);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "${ORDERS_SALT},'a$$b '",
    "${INDIRECT},'a$$b '",
    "x${PLAIN}y,xplainy",
    "${MISSING:standby},standby",
    "a\\${b,a${b",
    "\\${PLAIN},${PLAIN}",
  })
  void expandsExpressionsInASalt(String written, String salt) throws Exception {
    try (Application application =
        Application.start(
            settings("mgs.keys.orders.algorithm", "MD5", "mgs.keys.orders.salt", written),
            Map.of("ORDERS_SALT", "a$$b ", "INDIRECT", "${ORDERS_SALT}", "PLAIN", "plain"))) {
      assertThat(application.verdict("orders", salt)).isInstanceOf(Verified.class);
      assertThat(application.verdict("orders", written)).isInstanceOf(Rejected.class);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"the-${secret}-salt", "the-secret${", "${the-secret}", "${${the-secret"})
  void refusesToStartWithASaltThatCannotBeExpandedAndDoesNotShowIt(String salt) {
    assertThatThrownBy(
            () ->
                Application.start(
                    settings("mgs.keys.orders.algorithm", "MD5", "mgs.keys.orders.salt", salt)))
        .isInstanceOf(MgsConfigurationException.class)
        .satisfies(
            stopped -> {
              StringWriter trace = new StringWriter();
              stopped.printStackTrace(new PrintWriter(trace));
              assertThat(trace.toString())
                  .contains("mgs.keys.orders.salt has an expression ${…} that cannot be expanded")
                  .doesNotContain("secret");
            });
  }

  @Test
  void refusesASettingThatCannotBeExpandedInsteadOfTakingItsDefault() {
    assertThatThrownBy(
            () ->
                Application.start(
                    settings(
                        "mgs.keys.orders.algorithm", "MD5",
                        "mgs.keys.orders.salt", "salt",
                        "mgs.protect", "${PROTECTED_PATHS}")))
        .hasMessageContaining("mgs.protect has an expression");
  }

  @Test
  void endsAReferenceThatGoesInACircle() {
    assertThatThrownBy(
            () ->
                Application.start(
                    settings(
                        "mgs.keys.orders.algorithm", "MD5",
                        "mgs.keys.orders.salt", "${one}",
                        "one", "${two}",
                        "two", "${one}")))
        .hasMessageContaining("mgs.keys.orders.salt has an expression");
  }

  @Test
  void leavesExpressionsAloneWhereTheyAreSwitchedOff() throws Exception {
    try (Application application =
        Application.start(
            settings(
                "mp.config.property.expressions.enabled", "false",
                "mgs.keys.orders.algorithm", "MD5",
                "mgs.keys.orders.salt", "a${b}c"))) {
      assertThat(application.verdict("orders", "a${b}c")).isInstanceOf(Verified.class);
    }
  }
}
