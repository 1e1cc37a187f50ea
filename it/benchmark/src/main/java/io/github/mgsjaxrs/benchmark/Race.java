package io.github.mgsjaxrs.benchmark;

import java.lang.management.ManagementFactory;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;

/**
 * Several ways to do one thing, run in turn in short slices. A machine that changes its speed
 * changes it for all of them, so the ratio within a round says more than two figures of their own.
 *
 * <p>Time is the processor's time of the running thread. The garbage collector's threads are not in
 * it, which flatters the ways that leave much garbage: the baselines.
 */
final class Race {

  private static final long SLICE_NANOS = 25_000_000;
  private static final com.sun.management.ThreadMXBean THREADS =
      (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();

  private final Map<String, BooleanSupplier> runners = new LinkedHashMap<>();
  private final Map<String, double[]> nanos = new LinkedHashMap<>();

  Race with(String name, BooleanSupplier runner) {
    runners.put(name, runner);
    return this;
  }

  /** Warms up, by this thread's own time though at most twice as long by the clock, and runs. */
  Race run(double warmUpSeconds, int rounds) {
    long start = System.nanoTime();
    long ownStart = ownNanos();
    double warmUp = warmUpSeconds * 1e9;
    while (ownNanos() - ownStart < warmUp && System.nanoTime() - start < 2 * warmUp) {
      runners.values().forEach(Race::slice);
    }
    runners.keySet().forEach(name -> nanos.put(name, new double[rounds]));
    List<String> names = List.copyOf(runners.keySet());
    for (int round = 0; round < rounds; round++) {
      for (int i = 0; i < names.size(); i++) {
        // each starts a round in its turn, so that none has always the same one before it
        String name = names.get((i + round) % names.size());
        times(name)[round] = slice(runner(name));
      }
    }
    return this;
  }

  /** The processor's time of this thread: what others do on the machine is not counted. */
  private static long ownNanos() {
    return THREADS.getCurrentThreadCpuTime();
  }

  private static double slice(BooleanSupplier runner) {
    long start = ownNanos();
    long now = start;
    long done = 0;
    int batch = 1;
    while (now - start < SLICE_NANOS) {
      for (int i = 0; i < batch; i++) {
        if (!runner.getAsBoolean()) {
          throw new IllegalStateException("A way to verify refuses what is right");
        }
      }
      done += batch;
      now = ownNanos();
      if (batch < 1024 && (now - start) / done * batch < SLICE_NANOS / 50) {
        batch *= 2;
      }
    }
    return (double) (now - start) / done;
  }

  private BooleanSupplier runner(String name) {
    BooleanSupplier runner = runners.get(name);
    if (runner == null) {
      throw new IllegalArgumentException(name + " is not known");
    }
    return runner;
  }

  private double[] times(String name) {
    double[] times = nanos.get(name);
    if (times == null) {
      throw new IllegalArgumentException(name + " did not run");
    }
    return times;
  }

  /** Nanoseconds for one. */
  Spread nanos(String name) {
    return Spread.of(times(name));
  }

  /** How many times as long as the second the first takes. */
  Spread ratio(String slow, String quick) {
    double[] slowTimes = times(slow);
    double[] quickTimes = times(quick);
    return Spread.ofRatios(slowTimes, quickTimes);
  }

  /** Bytes that one allocates, on the average of many; after {@link #run}. */
  double bytes(String name) {
    BooleanSupplier runner = runner(name);
    int times = 2000;
    double least = Double.MAX_VALUE;
    boolean right = true;
    for (int attempt = 0; attempt < 5; attempt++) {
      long before = THREADS.getCurrentThreadAllocatedBytes();
      for (int i = 0; i < times; i++) {
        right &= runner.getAsBoolean();
      }
      least = Math.min(least, (THREADS.getCurrentThreadAllocatedBytes() - before) / (double) times);
    }
    if (!right) {
      throw new IllegalStateException("A way to verify refuses what is right");
    }
    return least;
  }
}
