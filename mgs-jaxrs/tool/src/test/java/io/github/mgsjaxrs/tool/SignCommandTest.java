package io.github.mgsjaxrs.tool;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mgsjaxrs.Scheme;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the help of {@code mgs sign} says; what it signs stands in the tests of each scheme. */
class SignCommandTest {

  @ParameterizedTest
  @EnumSource
  void namesEachSchemeThatItMayBeAskedFor(Scheme scheme) {
    assertThat(ToolRun.of("", "sign", "--help").out())
        .containsPattern("\\b" + scheme.word() + "\\b");
  }
}
