package io.github.mgsjaxrs.filter;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mgsjaxrs.SignatureAlgorithm;
import io.github.mgsjaxrs.crypto.KeyVariation;
import io.github.mgsjaxrs.crypto.SignatureCheck;
import io.github.mgsjaxrs.crypto.TextKey;
import io.github.mgsjaxrs.settings.Mode;
import io.github.mgsjaxrs.testing.LocalJersey;
import io.github.mgsjaxrs.testing.LocalJersey.Answer;
import io.github.mgsjaxrs.verifier.MgsSettings.Diagnostics;
import io.github.mgsjaxrs.verifier.MgsVerifier;
import io.github.mgsjaxrs.verifier.MgsVerifierBuilder;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What fails beside the verification, and changes no answer. */
class FaultsBesideTest {

  private static final String GET = "GET\n\n/app/orders";

  /** Verifies, and fails when it is to be varied. */
  private record Invariable(TextKey key) implements TextKey {
    @Override
    public SignatureAlgorithm algorithm() {
      return key.algorithm();
    }

    @Override
    public SignatureCheck check(byte[] text, String headerValue) {
      return key.check(text, headerValue);
    }

    @Override
    public List<KeyVariation<TextKey>> variations() {
      throw new IllegalStateException("not to be varied");
    }
  }

  private static MgsVerifierBuilder invariable() {
    TextKey key = new Invariable(TextKey.salted(SignatureAlgorithm.MD5, "orders-1"));
    return MgsVerifier.builder().keys(id -> Optional.of(key));
  }

  @Test
  void aDiagnosisThatFailsLeavesTheAnswer401() {
    try (LocalJersey jersey =
        LocalJersey.with(invariable().diagnostics(Diagnostics.LOG), Orders.class)) {
      Answer answer = jersey.call("GET", "/app/orders").signed("x").send();
      assertThat(answer.status()).isEqualTo(401);
      assertThat(answer.text()).contains("signature-mismatch").doesNotContain("varied");
      assertThat(answer.logged("not diagnosed, as that failed", "not to be varied")).isTrue();
      assertThat(jersey.call("GET", "/app/orders").signed(GET).send().status()).isEqualTo(200);
    }
  }

  @Test
  void aDiagnosisThatFailsLeavesTheRequestServedInReportMode() {
    try (LocalJersey jersey = LocalJersey.with(invariable().mode(Mode.REPORT), Orders.class)) {
      Answer answer = jersey.call("POST", "/app/orders").signed("x").body("kept").send();
      assertThat(answer.text()).isEqualTo("read 4 and kept");
      assertThat(answer.logged("Would be refused (signature-mismatch)", "not to be varied"))
          .isTrue();
    }
  }

  @Test
  void aListenerToCallersThatFailsLeavesTheAnswerAndIsTold() {
    for (Throwable failure :
        new Throwable[] {new IllegalStateException("full"), new NoClassDefFoundError("gone")}) {
      try (Listening here = new Listening();
          LocalJersey jersey = LocalJersey.with(LocalJersey.twoKeys(), Orders.class)) {
        here.callerFailure = failure;
        Answer answer = jersey.call("GET", "/app/orders").signed(GET).send();
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text()).startsWith("orders by MD5");
        assertThat(answer.logged("is not told of callers")).isTrue();
      }
    }
  }
}
