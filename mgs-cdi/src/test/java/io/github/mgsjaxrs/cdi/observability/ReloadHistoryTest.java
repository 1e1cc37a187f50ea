package io.github.mgsjaxrs.cdi.observability;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mgsjaxrs.MgsConfigurationException;
import io.github.mgsjaxrs.cdi.observability.ReloadHistory.Result;
import io.github.mgsjaxrs.keys.KeySet;
import java.io.FileNotFoundException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ReloadHistoryTest {

  private final AtomicLong nanos = new AtomicLong(-5);
  private final ReloadHistory history = new ReloadHistory(nanos::get);

  private void pass(Duration time) {
    nanos.addAndGet(time.toNanos());
  }

  @Test
  void knowsNoAgeBeforeAnyKeysWereLoaded() {
    assertThat(history.age()).isNull();
    assertThat(history.last()).isNull();
  }

  @Test
  void countsTheAgeFromTheLastGoodLoad() {
    history.begin();
    pass(Duration.ofSeconds(30));
    assertThat(history.age()).isEqualTo(Duration.ofSeconds(30));
    history.failed(new MgsConfigurationException("no such alias"));
    pass(Duration.ofSeconds(30));
    assertThat(history.age()).isEqualTo(Duration.ofSeconds(60));
    assertThat(history.last()).isEqualTo(Result.FAILED);
    assertThat(history.failure()).isEqualTo("MgsConfigurationException");
    history.reloaded(KeySet.of(Map.of()));
    pass(Duration.ofSeconds(1));
    assertThat(history.age()).isEqualTo(Duration.ofSeconds(1));
    assertThat(history.last()).isEqualTo(Result.SUCCEEDED);
    assertThat(history.failure()).isNull();
  }

  @Test
  void namesTheInnermostCauseByItsClass() {
    history.failed(
        new MgsConfigurationException(
            "outer", new UncheckedIOException(new FileNotFoundException("/etc/app/secret"))));
    assertThat(history.failure()).isEqualTo("FileNotFoundException");
  }

  @Test
  void tellsOneReaderOfAllReloads() {
    history.reloaded(KeySet.of(Map.of()));
    history.reloaded(KeySet.of(Map.of()));
    history.failed(new MgsConfigurationException("no such alias"));
    List<Result> first = new ArrayList<>();
    List<Result> second = new ArrayList<>();
    history.tellTo(first::add);
    history.tellTo(second::add);
    history.failed(new MgsConfigurationException("no such alias"));
    assertThat(first)
        .containsExactly(Result.SUCCEEDED, Result.SUCCEEDED, Result.FAILED, Result.FAILED);
    assertThat(second).isEmpty();
  }
}
