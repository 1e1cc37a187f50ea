package io.github.mgsjaxrs.conformance.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/**
 * A server in a process of its own under a mixed load: not one wrong answer, and afterwards it
 * holds no more than before. With {@code -Dload.minutes=60} the load goes on for so long.
 */
@Isolated
public abstract class LoadSuite {

  private static final int CLIENTS = 16;
  private static final int WARM_UP = 800;
  private static final int REQUESTS = 3_000;
  private static final double HEAP_GROWTH = 1.1;

  /** Threads of the JVM and of the server that may come meanwhile. */
  private static final int OTHER_THREADS = 2;

  private final LoadTarget target;

  /**
   * For the runtime's own class.
   *
   * @param target the application
   */
  protected LoadSuite(LoadTarget target) {
    this.target = target;
  }

  @Test
  void answersEachOfManyRequestsAsIfItWereAloneAndHoldsNoMoreThanBefore() {
    assumeTrue(Footprint.canBeSeen(), "what a process holds is seen on Linux only");
    LoadFolder folder = LoadFolder.create();
    LoadMix mix = LoadMix.of(LoadFolder.keys(), target.more(LoadFolder.keys().get(0)));
    try (LoadServer server = folder.start(target)) {
      LoadRun warmUp = LoadRun.of(server.endpoint(), mix, CLIENTS, n -> n < WARM_UP);
      assertThat(warmUp.wrong()).isEmpty();
      holdsNoFile(folder, server);
      Footprint before = Footprint.of(server.pid());

      LoadRun run = LoadRun.of(server.endpoint(), mix, CLIENTS, length());

      assertThat(run.wrong()).isEmpty();
      holdsNoFile(folder, server);
      holdsNoMoreThan(before, server);
      System.out.println(
          target.getClass().getSimpleName()
              + ": "
              + run.told()
              + "; "
              + change(before, Footprint.of(server.pid())));
    }
  }

  private static IntPredicate length() {
    Integer minutes = Integer.getInteger("load.minutes");
    if (minutes == null) {
      return n -> n < REQUESTS;
    }
    long end = System.nanoTime() + Duration.ofMinutes(minutes).toNanos();
    return n -> System.nanoTime() < end;
  }

  private static void holdsNoFile(LoadFolder folder, LoadServer server) {
    Settling.until("no temporary file is left", () -> folder.files(server), List::isEmpty);
  }

  private static void holdsNoMoreThan(Footprint before, LoadServer server) {
    Settling.until(
        "no more descriptors are open than before",
        () -> moreThan(before.descriptors(), Footprint.descriptors(server.pid())),
        Map::isEmpty);
    int threads = before.threads().size() + OTHER_THREADS;
    Settling.until(
        "no more than " + threads + " threads run",
        () -> Footprint.threads(server.pid()),
        running -> running.size() <= threads);
    long most = (long) (before.heap() * HEAP_GROWTH);
    Settling.until(
        "the heap holds no more than " + most + " bytes",
        () -> Footprint.heap(server.pid()),
        heap -> heap <= most);
  }

  /** Servers keep a pool of selectors, as many as they ever needed at one time. */
  private static Map<String, Integer> moreThan(
      Map<String, Integer> before, Map<String, Integer> now) {
    Map<String, Integer> more = new TreeMap<>();
    now.forEach(
        (kind, count) -> {
          int opened = count - before.getOrDefault(kind, 0);
          if (opened > (kind.startsWith("anon_inode") ? CLIENTS : 0)) {
            more.put(kind, opened);
          }
        });
    return more;
  }

  private static String change(Footprint before, Footprint after) {
    return String.format(
        "descriptors %d to %d, threads %d to %d, heap %,d to %,d KiB",
        before.open(),
        after.open(),
        before.threads().size(),
        after.threads().size(),
        before.heap() / 1024,
        after.heap() / 1024);
  }
}
