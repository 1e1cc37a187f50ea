package io.github.mgsjaxrs.filter;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mgsjaxrs.protocol.Scheme;
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
}
