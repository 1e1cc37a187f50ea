package io.github.mgsjaxrs.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DeferredReplayGuardTest {

  private static final Map<ReplayScope, Duration> WINDOWS =
      Map.of(ReplayScope.RPC, Duration.ofMinutes(5));

  private int made;
  private int closed;

  private final DeferredReplayGuard guard =
      new DeferredReplayGuard(
          (settings, windows) -> {
            assertThat(settings).isSameAs(ReplaySettings.DEFAULT);
            assertThat(windows).isEqualTo(WINDOWS);
            made++;
            return new Remembering();
          },
          ReplaySettings.DEFAULT,
          WINDOWS);

  /** Counts how often it is closed. */
  private final class Remembering implements ReplayGuard, AutoCloseable {

    private final Set<String> seen = new HashSet<>();

    @Override
    public boolean isFirst(ReplayScope scope, String token) {
      return seen.add(scope.word() + token);
    }

    @Override
    public void close() {
      closed++;
    }
  }

  @Test
  void makesOneGuardWithTheFirstRequest() {
    assertThat(made).isZero();
    assertThat(guard.isFirst(ReplayScope.RPC, "t")).isTrue();
    assertThat(guard.isFirst(ReplayScope.RPC, "t")).isFalse();
    assertThat(guard.isFirst(ReplayScope.KOOGALLERY_V2, "t")).isTrue();
    assertThat(guard.start()).isSameAs(guard.start());
    assertThat(made).isEqualTo(1);
  }

  @Test
  void closesWhatItMade() {
    assertThat(guard.start()).isNotNull();
    guard.close();
    assertThat(closed).isEqualTo(1);
  }

  /** Else a request that comes while an application ends would open caches that nobody closes. */
  @Test
  void makesNothingOnceItIsClosed() {
    guard.close();
    assertThat(closed).isZero();
    assertThatThrownBy(() -> guard.isFirst(ReplayScope.RPC, "t"))
        .isInstanceOf(ReplayUnavailableException.class)
        .hasMessageContaining("verifier is closed");
    assertThat(made).isZero();
  }

  @Test
  void closesWhatCanBeClosed() {
    DeferredReplayGuard plain =
        new DeferredReplayGuard(
            (settings, windows) -> (scope, token) -> true, ReplaySettings.DEFAULT, Map.of());
    assertThat(plain.isFirst(ReplayScope.RPC, "t")).isTrue();
    assertThatCode(plain::close).doesNotThrowAnyException();
  }

  @Test
  void tellsOfAGuardThatCouldNotBeClosed() {
    DeferredReplayGuard failing =
        new DeferredReplayGuard(
            (settings, windows) -> new Failing(), ReplaySettings.DEFAULT, Map.of());
    assertThat(failing.isFirst(ReplayScope.RPC, "t")).isFalse();
    try (LogLines log = new LogLines(DeferredReplayGuard.class)) {
      assertThatCode(failing::close).doesNotThrowAnyException();
      assertThat(log.lines()).containsExactly("WARNING The replay guard could not be closed");
    }
  }

  /** Cannot be closed. */
  private static final class Failing implements ReplayGuard, AutoCloseable {

    @Override
    public boolean isFirst(ReplayScope scope, String token) {
      return false;
    }

    @Override
    public void close() throws IOException {
      throw new IOException("the cluster is gone");
    }
  }
}
