package io.github.mgsjaxrs.internal.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.ResourceBundle;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FaultLogTest {

  private static final String GONE = "The keys are back";

  private final AtomicLong clock = new AtomicLong(Long.MAX_VALUE - 5);
  private final Lines lines = new Lines();
  private final FaultLog log = new FaultLog(lines, Level.ERROR, clock::get);

  private void pass(Duration time) {
    clock.addAndGet(time.toNanos());
  }

  private void meet(int requests) {
    for (int i = 0; i < requests; i++) {
      log.met("No keys", new IllegalStateException("sealed"));
    }
  }

  @Test
  void tellsAFaultOnceHoweverManyRequestsMeetIt() {
    meet(10_000);
    assertThat(lines.told).containsExactly("ERROR No keys: sealed");
  }

  @Test
  void remindsAfterAMinuteAndCountsWhatItDidNotTell() {
    meet(101);
    pass(Duration.ofSeconds(59));
    meet(1);
    pass(Duration.ofSeconds(1));
    meet(1);
    assertThat(lines.told)
        .containsExactly(
            "ERROR No keys: sealed",
            "ERROR No keys (101 more requests met it since it was last told): sealed");
  }

  @Test
  void tellsAFaultThatCostsNoAnswerAsAWarning() {
    FaultLog warnings = new FaultLog(lines, Level.WARNING, clock::get);
    warnings.met("No observers", null);
    assertThat(lines.told).containsExactly("WARNING No observers");
  }

  @Test
  void tellsOnceThatTheFaultIsGone() {
    meet(3);
    log.gone(GONE);
    log.gone(GONE);
    assertThat(lines.told).containsExactly("ERROR No keys: sealed", "INFO " + GONE);
  }

  @Test
  void saysNothingOfAFaultThatNobodyMet() {
    log.gone(GONE);
    assertThat(lines.told).isEmpty();
  }

  @Test
  void writesTwoLinesAMinuteAtMostWhereAFaultComesAndGoes() {
    for (int second = 0; second < 60; second++) {
      meet(1);
      log.gone(GONE);
      pass(Duration.ofSeconds(1));
    }
    assertThat(lines.told).hasSize(2);
  }

  @Test
  void tellsEachOfSeveralFaults() {
    for (int i = 0; i < 100; i++) {
      log.met("No keys", null);
      log.met("No verifier", null);
    }
    pass(Duration.ofMinutes(1));
    log.met("No verifier", null);
    assertThat(lines.told)
        .containsExactly(
            "ERROR No keys",
            "ERROR No verifier",
            "ERROR No verifier (99 more requests met it since it was last told)");
  }

  @Test
  void tellsABoundedNumberOfFaultsHoweverManyThereAre() {
    for (int i = 0; i < 1_000; i++) {
      log.met("Fault " + i, null);
    }
    // 64, and one of all the others
    assertThat(lines.told).hasSize(65).last().isEqualTo("ERROR Fault 64");
    pass(Duration.ofMinutes(1));
    log.met("Fault 999", null);
    assertThat(lines.told)
        .last()
        .asString()
        .isEqualTo(
            "ERROR Fault 999 (935 more requests met this or other faults since one of them was last"
                + " told)");
  }

  /** What a logger is told. */
  private static final class Lines implements System.Logger {

    private final List<String> told = new ArrayList<>();

    @Override
    public String getName() {
      return "lines";
    }

    @Override
    public boolean isLoggable(Level level) {
      return true;
    }

    @Override
    public void log(
        Level level,
        @Nullable ResourceBundle bundle,
        @Nullable String message,
        @Nullable Throwable thrown) {
      told.add(level + " " + message + (thrown == null ? "" : ": " + thrown.getMessage()));
    }

    @Override
    public void log(
        Level level,
        @Nullable ResourceBundle bundle,
        @Nullable String format,
        @Nullable Object... parameters) {
      told.add(level + " " + format);
    }
  }
}
