package io.github.mgsjaxrs.internal.request;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ReusableBuffersTest {

  /** So many places one thread looks at. */
  private static final int PLACES = 4;

  private final AtomicInteger made = new AtomicInteger();
  private final ReusableBuffers<Object> spares =
      new ReusableBuffers<>(
          () -> {
            made.incrementAndGet();
            return new Object();
          });

  private List<Object> take(int count) {
    List<Object> taken = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      taken.add(spares.take());
    }
    return taken;
  }

  @Test
  void givesWhatWasGivenBack() {
    Object first = spares.take();
    assertThat(first).isNotNull();
    spares.giveBack(first);
    assertThat(spares.take()).isSameAs(first);
    assertThat(made).hasValue(1);
  }

  @Test
  void givesNothingTwice() {
    Object first = spares.take();
    spares.giveBack(first);
    List<Object> taken = take(3);
    Set<Object> distinct = Collections.newSetFromMap(new IdentityHashMap<>());
    distinct.addAll(taken);
    assertThat(distinct).hasSize(3);
    assertThat(made).hasValue(3);
  }

  @Test
  void keepsFourForOneThreadAndDropsWhatFindsNoPlace() {
    List<Object> first = take(PLACES + 2);
    first.forEach(spares::giveBack);
    assertThat(made).hasValue(PLACES + 2);

    List<Object> again = take(PLACES);

    assertThat(again).containsExactlyInAnyOrderElementsOf(first.subList(0, PLACES));
    assertThat(made).hasValue(PLACES + 2);
    take(1);
    assertThat(made).hasValue(PLACES + 3);
  }

  @Test
  void giveEachThreadOneOfItsOwn() throws Exception {
    Set<Object> inUse =
        Collections.synchronizedSet(Collections.newSetFromMap(new IdentityHashMap<>()));
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try {
      List<Future<Boolean>> shared = new ArrayList<>();
      for (int thread = 0; thread < 4; thread++) {
        shared.add(
            threads.submit(
                () -> {
                  boolean alone = true;
                  for (int i = 0; i < 2_000; i++) {
                    Object mine = spares.take();
                    alone &= inUse.add(mine);
                    inUse.remove(mine);
                    spares.giveBack(mine);
                  }
                  return alone;
                }));
      }
      for (Future<Boolean> alone : shared) {
        assertThat(alone.get()).isTrue();
      }
    } finally {
      threads.shutdownNow();
    }
  }
}
