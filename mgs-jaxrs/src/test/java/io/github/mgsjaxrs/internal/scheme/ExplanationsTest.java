package io.github.mgsjaxrs.internal.scheme;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mgsjaxrs.Rejection;
import io.github.mgsjaxrs.internal.diagnosis.Diagnosis;
import io.github.mgsjaxrs.internal.entity.EntityBuffer;
import io.github.mgsjaxrs.internal.entity.EntityStorage;
import io.github.mgsjaxrs.internal.entity.RefusalException;
import io.github.mgsjaxrs.internal.entity.ReplayableEntity;
import io.github.mgsjaxrs.settings.Limits;
import org.junit.jupiter.api.Test;

/** A refusal stands, whatever becomes of its explanation. */
class ExplanationsTest {

  private static final RefusalException REFUSAL =
      new RefusalException(Rejection.SIGNATURE_MISMATCH, "it does not match");

  private static RefusalException explained(Explanations explanations, Explanations.Look look)
      throws Exception {
    EntityStorage storage = new EntityStorage(Limits.defaults(), null);
    try (EntityBuffer buffer = new EntityBuffer(storage, 0, null);
        ReplayableEntity entity = buffer.finish()) {
      return explanations.explained(REFUSAL, entity, 1, look);
    }
  }

  private static Diagnosis fails(byte[] entity) {
    throw new IllegalStateException("a fault of the diagnosis");
  }

  @Test
  void leavesTheRefusalAsItIsWhereTheDiagnosisFails() throws Exception {
    Explanations log = Explanations.inLog(() -> true, false);
    // more than once: the budget is given back, too
    for (int i = 0; i < 3; i++) {
      RefusalException explained = explained(log, ExplanationsTest::fails);
      assertThat(explained.rejected().rejection()).isEqualTo(Rejection.SIGNATURE_MISMATCH);
      assertThat(explained.rejected().reason())
          .startsWith("it does not match; not diagnosed, as that failed: ")
          .contains("a fault of the diagnosis");
    }
  }

  @Test
  void leavesTheReasonAsItIsWhereNobodyWritesWhatIsFound() throws Exception {
    RefusalException explained =
        explained(Explanations.unwritten(found -> {}), ExplanationsTest::fails);
    assertThat(explained.rejected()).isEqualTo(REFUSAL.rejected());
  }
}
