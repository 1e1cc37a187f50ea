package io.github.mgsjaxrs.conformance.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.mgsjaxrs.conformance.echo.EchoCalls;
import io.github.mgsjaxrs.conformance.wire.Framing;
import io.github.mgsjaxrs.conformance.wire.RawConnection;
import io.github.mgsjaxrs.conformance.wire.RawRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/**
 * Nothing stays behind when clients go away half-way. The server runs in this process, and nothing
 * else does meanwhile.
 */
@Isolated
public abstract class LeakSuite {

  private static final int REQUESTS = 1_000;
  private static final int SIDE_BY_SIDE = 8;
  private static final int BODY = 2 * 1024 * 1024;

  /** Threads of the JDK and of the test's own process that may come meanwhile. */
  private static final int OTHER_THREADS = 2;

  private static final Duration TO_SETTLE = Duration.ofSeconds(60);

  /** For the runtime's own class. */
  protected LeakSuite() {}

  /**
   * Where the application listens.
   *
   * @return the endpoint, in this process
   */
  protected abstract Endpoint endpoint();

  /**
   * The server's {@code mgs.temp-dir}.
   *
   * @return a folder of its own
   */
  protected abstract Path tempDirectory();

  @Test
  void leavesNothingBehindAfterRequestsThatWereAbortedHalfWay() {
    assumeTrue(Descriptors.canBeSeen(), "open descriptors are counted on Linux only");
    abort(10 * SIDE_BY_SIDE); // the server's threads and selectors are there from here on
    settles("the folder of temporary files is empty", this::isClean, this::remains);
    long calls = EchoCalls.count();
    int threads = most(LeakSuite::threads) + OTHER_THREADS;
    Map<String, Integer> descriptors = Descriptors.openByKind();

    abort(REQUESTS);

    settles("the folder of temporary files is empty", this::isClean, this::remains);
    settles(
        "no more descriptors are open than before",
        () -> Descriptors.openedSince(descriptors, SIDE_BY_SIDE).isEmpty(),
        () -> Descriptors.openedSince(descriptors, SIDE_BY_SIDE));
    settles(
        "no more than " + threads + " threads run", () -> threads() <= threads, LeakSuite::running);
    assertThat(EchoCalls.count()).as("calls of a resource method").isEqualTo(calls);
  }

  @Test
  void keepsALargeBodyInAFileWhileItArrives() {
    assumeTrue(Descriptors.canBeSeen(), "open descriptors are counted on Linux only");
    RawRequest request = upload(new Framing.Length());
    try (RawConnection connection = endpoint().connect()) {
      connection.sendHead(request);
      connection.sendBodyPart(request, BODY / 2);
      settles(
          "a file under " + tempDirectory() + " is open",
          () -> !Descriptors.openUnder(tempDirectory()).isEmpty(),
          Descriptors::open);
      connection.reset();
    }
    settles("the folder of temporary files is empty", this::isClean, this::remains);
  }

  private void abort(int requests) {
    RawRequest byLength = upload(new Framing.Length());
    RawRequest inChunks = upload(new Framing.Chunked(64 * 1024));
    ExecutorService clients = Executors.newFixedThreadPool(SIDE_BY_SIDE);
    try {
      List<Future<?>> aborted = new ArrayList<>();
      for (int i = 0; i < requests; i++) {
        RawRequest request = i % 2 == 0 ? byLength : inChunks;
        boolean reset = i % 4 < 2;
        aborted.add(clients.submit(() -> abort(request, reset)));
      }
      for (Future<?> each : aborted) {
        each.get();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while clients were running", e);
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    } finally {
      clients.shutdownNow();
    }
  }

  private void abort(RawRequest request, boolean reset) {
    try (RawConnection connection = endpoint().connect()) {
      connection.sendHead(request);
      connection.sendBodyPart(request, BODY / 2);
      if (reset) {
        connection.reset();
      }
    }
  }

  private RawRequest upload(Framing framing) {
    return GatewayCall.to("POST", endpoint().base() + "/upload")
        .body("application/octet-stream", new byte[BODY])
        .signedWith(SuiteKeys.of("MD5"), framing);
  }

  private boolean isClean() {
    return remains().isEmpty();
  }

  private List<String> remains() {
    try (Stream<Path> files = Files.list(tempDirectory())) {
      List<String> remains = new ArrayList<>(Descriptors.openUnder(tempDirectory()));
      files.map(Path::toString).forEach(remains::add);
      return remains;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static int threads() {
    return running().size();
  }

  /** All but those that waited for OpenSSL to end, which the JDK keeps for a minute. */
  private static List<String> running() {
    return Thread.getAllStackTraces().keySet().stream()
        .map(Thread::getName)
        .filter(name -> !name.startsWith("process reaper"))
        .sorted()
        .toList();
  }

  /** The largest of the values over a second: what the server holds at rest. */
  private static int most(Supplier<Integer> level) {
    int most = level.get();
    for (int i = 0; i < 20; i++) {
      pause();
      most = Math.max(most, level.get());
    }
    return most;
  }

  private static void settles(String what, BooleanSupplier settled, Supplier<?> found) {
    long start = System.nanoTime();
    while (!settled.getAsBoolean()) {
      if (System.nanoTime() - start > TO_SETTLE.toNanos()) {
        fail("After %s it is not so that %s: %s", TO_SETTLE, what, found.get());
      }
      pause();
    }
  }

  private static void pause() {
    LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
  }
}
