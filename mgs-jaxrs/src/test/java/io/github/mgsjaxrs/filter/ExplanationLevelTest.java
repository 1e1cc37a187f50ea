package io.github.mgsjaxrs.filter;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mgsjaxrs.internal.enforcement.Enforcement;
import io.github.mgsjaxrs.internal.enforcement.Schemes;
import io.github.mgsjaxrs.internal.log.ReportLog;
import io.github.mgsjaxrs.internal.scheme.Explanations;
import io.github.mgsjaxrs.settings.Mode;
import io.github.mgsjaxrs.testing.LocalJersey;
import io.github.mgsjaxrs.testing.Recorder;
import io.github.mgsjaxrs.verifier.MgsSettings.Diagnostics;
import io.github.mgsjaxrs.verifier.MgsVerifier;
import io.github.mgsjaxrs.verifier.MgsVerifierBuilder;
import java.util.function.BooleanSupplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/** Isolated, as it changes the levels of loggers that other tests read from. */
@Isolated
class ExplanationLevelTest {

  @Test
  void triesNothingThatNoLoggerWouldWrite() {
    assertTriesNothing(
        LocalJersey.twoKeys().diagnostics(Diagnostics.LOG),
        Enforcement.class,
        Enforcement::writesRefusals);
    assertTriesNothing(
        LocalJersey.twoKeys().mode(Mode.REPORT), ReportLog.class, ReportLog::isWritten);
  }

  private static void assertTriesNothing(
      MgsVerifierBuilder verifier, Class<?> logs, BooleanSupplier written) {
    Recorder.clear(); // which sets the levels first
    Logger logger = Logger.getLogger(logs.getName());
    Level before = logger.getLevel();
    try (MgsVerifier built = verifier.build()) {
      Explanations explanations = Schemes.inServer(built.settings(), written);
      assertThat(explanations.wanted()).isTrue();
      logger.setLevel(Level.WARNING);
      assertThat(explanations.wanted()).isFalse();
    } finally {
      logger.setLevel(before);
    }
  }
}
