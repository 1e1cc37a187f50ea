package io.github.mgsjaxrs.internal.scheme;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mgsjaxrs.Coverage;
import io.github.mgsjaxrs.Scheme;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RequirementTest {

  private static final Requirement BACKEND = Requirement.anyKey(Scheme.BACKEND);
  private static final Requirement RPC = Requirement.anyKey(Scheme.RPC);
  private static final Requirement KOOGALLERY = Requirement.anyKey(Scheme.KOOGALLERY);

  /** It chooses the form of the answer, which is to be the same after a restart. */
  @Test
  void takesTheFirstOfContradictorySchemesInWhateverOrderTheyWereJoined() {
    assertThat(BACKEND.and(KOOGALLERY).scheme()).isEqualTo(Scheme.BACKEND);
    assertThat(KOOGALLERY.and(BACKEND).scheme()).isEqualTo(Scheme.BACKEND);
    assertThat(KOOGALLERY.and(RPC).scheme()).isEqualTo(Scheme.RPC);
    assertThat(RPC.and(KOOGALLERY).scheme()).isEqualTo(Scheme.RPC);
    assertThat(KOOGALLERY.and(RPC).and(BACKEND).scheme()).isEqualTo(Scheme.BACKEND);
    assertThat(KOOGALLERY.scheme()).isEqualTo(Scheme.KOOGALLERY);
  }

  @Test
  void isContradictoryUnderTwoSchemesAlone() {
    assertThat(BACKEND.and(RPC).whyNothingMeetsIt()).contains("several schemes");
    assertThat(RPC.and(RPC).whyNothingMeetsIt()).isNull();
  }

  private static Requirement keys(String... keys) {
    return Requirement.ofKeys(Scheme.BACKEND, Set.of(keys), Coverage.AS_CONFIGURED);
  }

  private static Requirement operations(String... types) {
    return RPC.answering(Set.of(types));
  }

  @Test
  void isContradictoryWhereNoKeyIsAdmittedByAllMarks() {
    assertThat(keys("c", "b").and(keys("a")).whyNothingMeetsIt())
        .contains("no key is in each", "[b, c] and [a]", "Correct the annotations");
    assertThat(keys("a", "b").and(keys("b", "c")).and(keys("a", "c")).whyNothingMeetsIt())
        .contains("no key");
    assertThat(keys("a", "b").and(keys("b", "c")).and(BACKEND).whyNothingMeetsIt()).isNull();
    assertThat(BACKEND.and(keys("a")).whyNothingMeetsIt()).isNull();
  }

  @Test
  void isContradictoryWhereNoOperationIsAnsweredByAllMarks() {
    assertThat(operations("order").and(operations("refund")).whyNothingMeetsIt())
        .contains("no call is answered", "[order] and [refund]");
    assertThat(operations("order").and(operations("refund", "order")).whyNothingMeetsIt()).isNull();
  }
}
