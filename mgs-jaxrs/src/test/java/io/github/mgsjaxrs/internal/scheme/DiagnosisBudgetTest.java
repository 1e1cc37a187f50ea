package io.github.mgsjaxrs.internal.scheme;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class DiagnosisBudgetTest {

  private final AtomicLong clock = new AtomicLong(Long.MAX_VALUE - 5);
  private final DiagnosisBudget budget = new DiagnosisBudget(clock::get);

  private int takeAll() {
    int taken = 0;
    while (budget.take()) {
      budget.giveBack();
      taken++;
    }
    return taken;
  }

  @Test
  void grantsSixtyAtOnceAndThenOneASecond() {
    assertThat(takeAll()).isEqualTo(60);
    clock.addAndGet(TimeUnit.MILLISECONDS.toNanos(999));
    assertThat(takeAll()).isZero();
    clock.addAndGet(TimeUnit.MILLISECONDS.toNanos(1));
    assertThat(takeAll()).isOne();
    clock.addAndGet(TimeUnit.MILLISECONDS.toNanos(3500));
    assertThat(takeAll()).isEqualTo(3);
    clock.addAndGet(TimeUnit.MILLISECONDS.toNanos(500));
    assertThat(takeAll()).isOne();
    clock.addAndGet(TimeUnit.HOURS.toNanos(1));
    assertThat(takeAll()).isEqualTo(60);
  }

  @Test
  void neverGrantsTwoAtATime() {
    assertThat(budget.take()).isTrue();
    assertThat(budget.take()).isFalse();
    budget.giveBack();
    assertThat(budget.take()).isTrue();
  }
}
