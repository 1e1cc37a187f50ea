package io.github.mgsjaxrs.conformance.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.mgsjaxrs.conformance.wire.RawConnection;
import io.github.mgsjaxrs.conformance.wire.RawRequest;
import io.github.mgsjaxrs.conformance.wire.RawResponse;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/** 200 clients send the largest body at once to a server with 64 MiB of heap and shipped limits. */
@Isolated
public abstract class SmallHeapSuite {

  private static final int CLIENTS = 200;
  private static final String HEAP = "-Xmx64m";

  /** {@code mgs.limits.body} and {@code mgs.limits.total-disk} as shipped. */
  private static final int BODY = 10 * 1024 * 1024;

  private static final long TOTAL_DISK = 1L << 30;

  private static final Duration PATIENCE = Duration.ofMinutes(4);

  private final LoadTarget target;

  /**
   * For the runtime's own class.
   *
   * @param target the application
   */
  protected SmallHeapSuite(LoadTarget target) {
    this.target = target;
  }

  @Test
  void holdsItsLimitsWhereManySendTheLargestBodyAtOnce() throws Exception {
    assumeTrue(Footprint.canBeSeen(), "what a process holds is seen on Linux only");
    LoadFolder folder = LoadFolder.create();
    RawRequest request =
        GatewayCall.to("POST", "/load/upload")
            .body("application/octet-stream", new byte[BODY])
            .signedWith(SuiteKeys.of("SM3"));
    long start = System.nanoTime();
    try (LoadServer server = folder.start(target, HEAP, "-XX:+ExitOnOutOfMemoryError")) {
      AtomicLong onDisk = new AtomicLong();
      Map<Integer, Integer> answers = answers(folder, server, request, onDisk);

      assertThat(answers.keySet()).as("%s", answers).isSubsetOf(200, 503);
      assertThat(answers).as("answers by status").containsKey(200);
      assertThat(onDisk.get()).as("bytes in temporary files").isLessThanOrEqualTo(TOTAL_DISK);
      assertThat(server.isAlive()).isTrue();
      assertThat(server.errors()).doesNotContain("OutOfMemoryError");
      assertThat(server.endpoint().send(request).status()).as("after it").isEqualTo(200);
      Settling.until("no temporary file is left", () -> folder.files(server), List::isEmpty);
      System.out.println(
          String.format(
              Locale.ROOT,
              "%s: %d clients, %s, %s in %.1f s; at most %,d KiB in files on %s",
              target.getClass().getSimpleName(),
              CLIENTS,
              HEAP,
              answers,
              (System.nanoTime() - start) / 1e9,
              onDisk.get() / 1024,
              fileSystem(folder)));
    }
  }

  /** How often each status was answered. */
  private static Map<Integer, Integer> answers(
      LoadFolder folder, LoadServer server, RawRequest request, AtomicLong mostOnDisk)
      throws Exception {
    ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
    CountDownLatch connected = new CountDownLatch(CLIENTS);
    try {
      List<Future<Integer>> statuses = new ArrayList<>();
      for (int i = 0; i < CLIENTS; i++) {
        statuses.add(clients.submit(() -> status(server.endpoint(), request, connected)));
      }
      clients.shutdown();
      long end = System.nanoTime() + PATIENCE.toNanos();
      while (!clients.awaitTermination(50, TimeUnit.MILLISECONDS)) {
        mostOnDisk.accumulateAndGet(
            Footprint.bytesUnder(folder.temporary(), server.pid()), Math::max);
        assertThat(System.nanoTime()).as("the time until all are answered").isLessThan(end);
      }
      Map<Integer, Integer> answers = new TreeMap<>();
      for (Future<Integer> each : statuses) {
        answers.merge(each.get(), 1, Integer::sum);
      }
      return answers;
    } finally {
      clients.shutdownNow();
    }
  }

  private static int status(Endpoint endpoint, RawRequest request, CountDownLatch connected)
      throws InterruptedException {
    try (RawConnection connection = endpoint.connect()) {
      connection.patience(PATIENCE);
      connected.countDown();
      assertThat(connected.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
      RawResponse response = connection.exchange(request);
      return response.status();
    }
  }

  private static String fileSystem(LoadFolder folder) throws IOException {
    return Files.getFileStore(folder.temporary()).type();
  }
}
