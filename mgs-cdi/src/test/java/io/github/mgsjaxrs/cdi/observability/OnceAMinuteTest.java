package io.github.mgsjaxrs.cdi.observability;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.ResourceBundle;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class OnceAMinuteTest {

  private final List<String> lines = new ArrayList<>();
  private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 7);

  private final System.Logger logger =
      new System.Logger() {
        @Override
        public String getName() {
          return "test";
        }

        @Override
        public boolean isLoggable(Level level) {
          return true;
        }

        @Override
        public void log(Level level, ResourceBundle bundle, String message, Throwable thrown) {
          lines.add(level + " " + message);
        }

        @Override
        public void log(Level level, ResourceBundle bundle, String format, Object... params) {
          lines.add(level + " " + format);
        }
      };

  @Test
  void warnsAtOnceAndThenOnceAMinuteWithTheNumberOfTimes() {
    OnceAMinute warnings = new OnceAMinute(logger, nanos::get);
    for (int i = 0; i < 5; i++) {
      warnings.warn("it fails", null);
    }
    assertThat(lines).containsExactly("WARNING it fails");
    nanos.addAndGet(Duration.ofSeconds(60).toNanos());
    warnings.warn("it fails", null);
    assertThat(lines.subList(1, lines.size()))
        .containsExactly("WARNING it fails (4 more times since the last warning)");
    nanos.addAndGet(Duration.ofSeconds(60).toNanos());
    warnings.warn("it fails", null);
    assertThat(lines.get(2)).isEqualTo("WARNING it fails");
  }
}
