package io.github.mgsjaxrs.conformance.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.mgsjaxrs.conformance.wire.Framing;
import io.github.mgsjaxrs.conformance.wire.RawConnection;
import io.github.mgsjaxrs.conformance.wire.RawRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * What uploads that break off leave behind on a server in another process: no file, neither by name
 * nor open. {@link LeakSuite} looks closer at one in this process.
 */
public abstract class AbortedUploadSuite {

  private static final Path PROCESSES = Path.of("/proc");
  private static final int REQUESTS = 200;
  private static final int BODY = 1024 * 1024;
  private static final Duration TO_SETTLE = Duration.ofSeconds(90);

  /** For the runtime's own class. */
  protected AbortedUploadSuite() {}

  /**
   * Where the application listens.
   *
   * @return the endpoint
   */
  protected abstract Endpoint endpoint();

  /**
   * The server's {@code mgs.temp-dir}.
   *
   * @return an absolute path that nothing else uses
   */
  protected abstract Path tempDirectory();

  @Test
  void leavesNoFileBehindAfterUploadsThatWereAbortedHalfWay() {
    assumeTrue(Files.isDirectory(PROCESSES.resolve("self/fd")), "open files are seen on Linux");
    RawRequest upload = upload();
    String ticket = Endpoint.newTicket();
    RawRequest request = Endpoint.ticketed(upload, ticket);
    try (RawConnection connection = endpoint().connect()) {
      connection.sendHead(request);
      connection.sendBodyPart(request, BODY / 2);
      settles("a file holds what has arrived", files -> !files.isEmpty());
    }
    for (int i = 0; i < REQUESTS; i++) {
      try (RawConnection connection = endpoint().connect()) {
        connection.sendHead(request);
        connection.sendBodyPart(request, BODY / 2);
        if (i % 2 == 0) {
          connection.reset();
        }
      }
    }
    settles("no file is left", List::isEmpty);
    assertThat(endpoint().called(ticket)).isEmpty();
  }

  private RawRequest upload() {
    return GatewayCall.to("POST", endpoint().base() + "/upload")
        .body("application/octet-stream", new byte[BODY])
        .signedWith(SuiteKeys.of("MD5"), new Framing.Length());
  }

  private void settles(String what, Predicate<List<String>> settled) {
    long start = System.nanoTime();
    List<String> files = files();
    while (!settled.test(files)) {
      if (System.nanoTime() - start > TO_SETTLE.toNanos()) {
        fail("After %s it is not so that %s: %s", TO_SETTLE, what, files);
      }
      LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
      files = files();
    }
  }

  /** The files in the folder, and those that any process holds open there, unlinked ones too. */
  private List<String> files() {
    List<String> files = new ArrayList<>();
    try (Stream<Path> named = Files.list(tempDirectory())) {
      named.map(Path::toString).forEach(files::add);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    try (DirectoryStream<Path> processes = Files.newDirectoryStream(PROCESSES, "[0-9]*")) {
      for (Path process : processes) {
        addOpen(process.resolve("fd"), files);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return files;
  }

  private void addOpen(Path descriptors, List<String> files) {
    try (DirectoryStream<Path> open = Files.newDirectoryStream(descriptors)) {
      for (Path descriptor : open) {
        String target = target(descriptor);
        if (target.startsWith(tempDirectory() + "/")) {
          files.add(target);
        }
      }
    } catch (IOException notOurs) {
      // a process that has ended meanwhile, or another user's
    }
  }

  private static String target(Path descriptor) {
    try {
      return Files.readSymbolicLink(descriptor).toString();
    } catch (IOException closedMeanwhile) {
      return "";
    }
  }
}
