package io.github.mgsjaxrs.conformance.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.mgsjaxrs.conformance.vectors.GatewayKey;
import io.github.mgsjaxrs.conformance.wire.Framing;
import io.github.mgsjaxrs.conformance.wire.RawConnection;
import io.github.mgsjaxrs.conformance.wire.RawRequest;
import io.github.mgsjaxrs.conformance.wire.RawResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/** A server in a process of its own with slow clients, or with nowhere to keep large bodies. */
@Isolated
public abstract class LoadFaultSuite {

  /** {@code mgs.limits.memory} as shipped. */
  private static final int MEMORY = 256 * 1024;

  private static final int TRICKLING = 4;
  private static final int STALLED = 20;
  private static final int OTHERS = 200;
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Pattern NOT_KEPT = Pattern.compile("cannot be kept in a temporary file");

  private static final GatewayKey KEY = SuiteKeys.of("MD5");

  private final LoadTarget target;
  private final LoadFolder folder = LoadFolder.create();

  /**
   * For the runtime's own class.
   *
   * @param target the application
   */
  protected LoadFaultSuite(LoadTarget target) {
    this.target = target;
  }

  @BeforeEach
  void canBeSeen() {
    assumeTrue(Footprint.canBeSeen(), "what a process holds is seen on Linux only");
  }

  @Test
  void servesOthersWhileClientsStallTrickleOrGoAway() throws Exception {
    RawRequest upload = upload(2 * MEMORY).signedWith(KEY);
    RawRequest other = upload(100).signedWith(KEY);
    List<RawConnection> stalled = new ArrayList<>();
    ExecutorService trickling = Executors.newFixedThreadPool(TRICKLING);
    try (LoadServer server = folder.start(target)) {
      Endpoint endpoint = server.endpoint();
      for (int i = 0; i < STALLED; i++) {
        RawConnection connection = endpoint.connect();
        stalled.add(connection);
        connection.sendHead(upload);
        connection.sendBodyPart(upload, 3 * MEMORY / 2);
      }
      List<Future<RawResponse>> trickled = new ArrayList<>();
      for (int i = 0; i < TRICKLING; i++) {
        trickled.add(trickling.submit(() -> trickle(endpoint)));
      }
      for (int i = 0; i < OTHERS; i++) {
        try (RawConnection gone = endpoint.connect()) {
          gone.sendHead(upload);
          gone.sendBodyPart(upload, i * 1_000);
          gone.reset();
        }
        assertThat(status(endpoint, other)).isEqualTo(200);
      }
      for (Future<RawResponse> each : trickled) {
        assertThat(each.get(PATIENCE.toSeconds(), TimeUnit.SECONDS).status()).isEqualTo(200);
      }
      assertThat(folder.files(server)).as("files of those that stall").hasSize(STALLED);
      stalled.forEach(RawConnection::close);
      holdsNoFile(server);
    } finally {
      stalled.forEach(RawConnection::close);
      trickling.shutdownNow();
    }
  }

  /** A byte a second. */
  private static RawResponse trickle(Endpoint endpoint) {
    byte[] body = "trickle".getBytes(StandardCharsets.US_ASCII);
    RawRequest request =
        GatewayCall.to("POST", "/trickle").body("text/plain", body).signedWith(KEY);
    try (RawConnection connection = endpoint.connect()) {
      connection.patience(PATIENCE);
      connection.sendHead(request);
      for (byte each : body) {
        LockSupport.parkNanos(Duration.ofSeconds(1).toNanos());
        connection.sendBodyPart(request.body(new byte[] {each}, new Framing.Length()), 1);
      }
      return connection.response(request);
    }
  }

  @Test
  void isUnavailableForLargeBodiesAsLongAsItsFolderIsGone() throws Exception {
    RawRequest large = upload(MEMORY + 1_000).signedWith(KEY);
    RawRequest small = upload(1_000).signedWith(KEY);
    Path away = folder.folder().resolve("away");
    try (LoadServer server = folder.start(target)) {
      assertThat(status(server.endpoint(), large)).isEqualTo(200);
      int before = open(server);
      Files.move(folder.temporary(), away);
      for (int i = 0; i < 50; i++) {
        isUnavailable(server, large);
        assertThat(status(server.endpoint(), small)).isEqualTo(200);
      }
      Files.move(away, folder.temporary());
      assertThat(status(server.endpoint(), large)).isEqualTo(200);
      saysSoWithoutFloodingTheLog(server);
      holdsNoFile(server);
      Settling.until("no descriptor is left", () -> open(server), now -> now <= before + 2);
    }
  }

  /** A limit of the process makes writing fail in the middle of a file, as a full disk does. */
  @Test
  void isUnavailableForBodiesThatFitOnNoDisk() {
    List<String> limited = List.of("sh", "-c", "ulimit -f 1024 && exec \"$@\"", "sh");
    RawRequest large = upload(3 * 1024 * 1024).signedWith(KEY);
    RawRequest small = upload(1_000).signedWith(KEY);
    try (LoadServer server = folder.start(limited, target, Map.of())) {
      assertThat(status(server.endpoint(), upload(MEMORY + 1_000).signedWith(KEY))).isEqualTo(200);
      for (int i = 0; i < 20; i++) {
        isUnavailable(server, large);
        assertThat(status(server.endpoint(), small)).isEqualTo(200);
      }
      saysSoWithoutFloodingTheLog(server);
      holdsNoFile(server);
    }
  }

  private static void isUnavailable(LoadServer server, RawRequest request) {
    RawResponse response = answer(server.endpoint(), request);
    assertThat(response.status()).as("%s", response).isEqualTo(503);
    assertThat(response.json().getString("type")).isEqualTo("urn:mgsjaxrs:rejection:unavailable");
  }

  private static void saysSoWithoutFloodingTheLog(LoadServer server) {
    assertThat(NOT_KEPT.matcher(server.errors()).results().count())
        .as("lines in the log: %s", server.errors())
        .isBetween(1L, 3L);
  }

  private void holdsNoFile(LoadServer server) {
    Settling.until("no temporary file is left", () -> folder.files(server), List::isEmpty);
  }

  private static int open(LoadServer server) {
    return Footprint.descriptors(server.pid()).values().stream().mapToInt(Integer::intValue).sum();
  }

  private static int status(Endpoint endpoint, RawRequest request) {
    return answer(endpoint, request).status();
  }

  private static RawResponse answer(Endpoint endpoint, RawRequest request) {
    try (RawConnection connection = endpoint.connect()) {
      connection.patience(PATIENCE);
      return connection.exchange(request);
    }
  }

  private static GatewayCall upload(int bytes) {
    return GatewayCall.to("POST", "/load/upload").body("application/octet-stream", new byte[bytes]);
  }
}
