package io.github.mgsjaxrs.filter;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mgsjaxrs.settings.Mode;
import io.github.mgsjaxrs.testing.LocalJersey;
import io.github.mgsjaxrs.verifier.MgsSettings.Diagnostics;
import io.github.mgsjaxrs.verifier.MgsVerifierBuilder;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A stranger decides how large a request is that a server explains. */
class ExplanationLimitsTest {

  private static final String NOT_TRIED =
      "not diagnosed, as path, query and form have more than 131072 characters";

  private static LocalJersey.Answer answer(MgsVerifierBuilder verifier, int fieldLength) {
    try (LocalJersey jersey = LocalJersey.with(verifier, Orders.class)) {
      return jersey
          .call("POST", "/app/orders?q=1")
          .signed("x")
          .type(LocalJersey.FORM)
          .body("a=" + "v".repeat(fieldLength))
          .send();
    }
  }

  private static List<MgsVerifierBuilder> explaining() {
    return List.of(
        LocalJersey.twoKeys().diagnostics(Diagnostics.LOG),
        LocalJersey.twoKeys().mode(Mode.REPORT));
  }

  @Test
  void triesNoVariationsOfAFormThatWouldTakeSecondsAndManyTimesItsSize() {
    for (MgsVerifierBuilder verifier : explaining()) {
      LocalJersey.Answer answer =
          answer(verifier, 128 * 1024 - "/app/orders".length() - "q=1".length() - 1);
      assertThat(answer.logged(NOT_TRIED)).isTrue();
      assertThat(answer.logged("tried")).isFalse();
    }
  }

  @Test
  void explainsAFormOfAsMuchAsItTries() {
    for (MgsVerifierBuilder verifier : explaining()) {
      LocalJersey.Answer answer =
          answer(verifier, 128 * 1024 - "/app/orders".length() - "q=1".length() - 2);
      assertThat(answer.logged(NOT_TRIED)).isFalse();
      assertThat(answer.logged("no variation of the request or the key matches")).isTrue();
    }
  }
}
