package io.github.mgsjaxrs.conformance.suite;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntPredicate;

/**
 * What came of a load.
 *
 * @param requests how many were sent
 * @param served how many had to be served, and were
 * @param refused how many had to be refused, and were
 * @param gone how many clients went away on purpose
 * @param wrong what was wrong, the first of each client
 * @param took from the first request to the last answer
 */
record LoadRun(int requests, int served, int refused, int gone, List<String> wrong, Duration took) {

  /** A machine that does other work too may be slow, and that is no wrong answer. */
  private static final Duration PATIENCE = Duration.ofSeconds(120);

  /**
   * Sends requests side by side, each by the next free client.
   *
   * @param endpoint the server
   * @param mix what they are chosen from, always in the same order
   * @param clients how many at a time
   * @param goesOn is asked before each request with its number, from 0 on
   */
  static LoadRun of(Endpoint endpoint, LoadMix mix, int clients, IntPredicate goesOn) {
    ExecutorService threads = Executors.newFixedThreadPool(clients);
    AtomicInteger next = new AtomicInteger();
    long start = System.nanoTime();
    try {
      List<Future<Client>> running = new ArrayList<>();
      for (int i = 0; i < clients; i++) {
        running.add(
            threads.submit(
                () -> {
                  Client client = new Client();
                  for (int n = next.getAndIncrement();
                      client.wrong.isEmpty() && goesOn.test(n);
                      n = next.getAndIncrement()) {
                    client.send(endpoint, mix.any(new Random(n * 7_919L)));
                  }
                  return client;
                }));
      }
      Client all = new Client();
      for (Future<Client> each : running) {
        all.add(each.get());
      }
      Duration took = Duration.ofNanos(System.nanoTime() - start);
      return new LoadRun(all.sent, all.served, all.refused, all.gone, all.wrong, took);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while clients were running", e);
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    } finally {
      threads.shutdownNow();
    }
  }

  /** One line for the log of a build. */
  String told() {
    return String.format(
        Locale.ROOT,
        "%,d requests in %.1f s: %,d served, %,d refused, %,d gone, %d wrong answers",
        requests,
        took.toMillis() / 1000.0,
        served,
        refused,
        gone,
        wrong.size());
  }

  /** What one client sent. */
  private static final class Client {

    private int sent;
    private int served;
    private int refused;
    private int gone;
    private final List<String> wrong = new ArrayList<>();

    void send(Endpoint endpoint, LoadCase one) {
      sent++;
      String fault = one.fault(endpoint, PATIENCE);
      if (fault != null) {
        wrong.add(fault);
      } else if (one.status() == 0) {
        gone++;
      } else if (one.status() == 200) {
        served++;
      } else {
        refused++;
      }
    }

    void add(Client other) {
      sent += other.sent;
      served += other.served;
      refused += other.refused;
      gone += other.gone;
      wrong.addAll(other.wrong);
    }
  }
}
