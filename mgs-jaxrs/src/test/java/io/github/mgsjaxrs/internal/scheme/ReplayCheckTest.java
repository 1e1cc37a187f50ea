package io.github.mgsjaxrs.internal.scheme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.mgsjaxrs.MgsConfigurationException;
import io.github.mgsjaxrs.Rejection;
import io.github.mgsjaxrs.internal.entity.RefusalException;
import io.github.mgsjaxrs.replay.ReplayGuard;
import io.github.mgsjaxrs.replay.ReplayScope;
import io.github.mgsjaxrs.replay.ReplaySettings;
import io.github.mgsjaxrs.replay.ReplaySettings.WhenUnavailable;
import io.github.mgsjaxrs.replay.ReplayUnavailableException;
import io.github.mgsjaxrs.testing.Recorder;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ReplayCheckTest {

  private static final ReplaySettings ADMITTING =
      ReplaySettings.DEFAULT.withWhenUnavailable(WhenUnavailable.ADMIT);

  @Test
  void refusesWhatWasServedBefore() {
    Set<String> seen = new HashSet<>();
    ReplayCheck check =
        new ReplayCheck(ReplaySettings.DEFAULT, (scope, token) -> seen.add(scope.word() + token));

    assertThat(rejection(check)).isNull();
    assertThat(rejection(check)).isEqualTo(Rejection.REPLAYED);
    // openssl dgst -sha256 -binary | openssl base64 of 00000005, "nonce" and "n"
    assertThat(seen).containsExactly("koogallery-v2Rokv7NjPOi2MTvRoAp-CqcbDvLH-BX8hPxGeNFcnoT8");
  }

  @Test
  void asksNothingOfAScopeThatIsNotGuarded() {
    ReplayCheck check =
        new ReplayCheck(
            ReplaySettings.DEFAULT,
            (scope, token) -> {
              throw new AssertionError("asked for " + scope);
            });

    assertThatCode(() -> check.requireFirst(ReplayScope.RPC, "signature", "s"))
        .doesNotThrowAnyException();
  }

  static Stream<Throwable> faults() {
    return Stream.of(
        new ReplayUnavailableException("the cluster is gone", null),
        new IllegalStateException("the cache is closed"),
        new NoClassDefFoundError("javax/cache/Cache"));
  }

  @ParameterizedTest
  @MethodSource("faults")
  void refusesWhatNobodyCanTellUnlessToldOtherwise(Throwable fault) {
    assertThat(rejection(new ReplayCheck(ReplaySettings.DEFAULT, failing(fault))))
        .isEqualTo(Rejection.UNAVAILABLE);
    assertThat(rejection(new ReplayCheck(ADMITTING, failing(fault)))).isNull();
  }

  @Test
  void admitsNothingBecauseOfAWrongSetting() {
    MgsConfigurationException wrong = new MgsConfigurationException("there is no JCache provider");

    assertThat(rejection(new ReplayCheck(ADMITTING, failing(wrong))))
        .isEqualTo(Rejection.UNAVAILABLE);
  }

  @ParameterizedTest
  @CsvSource({"REFUSE, answered 503", "ADMIT, served"})
  void tellsOperatorsWhatHappensToRequestsMeanwhileAndWhenItIsOver(
      WhenUnavailable choice, String meanwhile) throws RefusalException {
    AtomicBoolean down = new AtomicBoolean(true);
    ReplayCheck check =
        new ReplayCheck(
            ReplaySettings.DEFAULT.withWhenUnavailable(choice),
            (scope, token) -> {
              if (down.get()) {
                throw new ReplayUnavailableException("the cluster is gone", null);
              }
              return true;
            });
    Recorder.clear();
    rejection(check);
    rejection(check);
    down.set(false);
    check.requireFirst(ReplayScope.KOOGALLERY_V2, "nonce", "n");

    assertThat(Recorder.lines())
        .containsExactly(
            "SEVERE Nobody can tell whether requests were sent before, as the replay guard is not"
                + " available: they are "
                + meanwhile
                + " (mgs.replay.when-unavailable) ReplayUnavailableException",
            "INFO The replay guard is available again");
  }

  private static ReplayGuard failing(Throwable fault) {
    return (scope, token) -> {
      if (fault instanceof Error error) {
        throw error;
      }
      throw (RuntimeException) fault;
    };
  }

  private static Rejection rejection(ReplayCheck check) {
    RefusalException refused =
        catchThrowableOfType(
            RefusalException.class,
            () -> check.requireFirst(ReplayScope.KOOGALLERY_V2, "nonce", "n"));
    return refused == null ? null : refused.rejected().rejection();
  }
}
