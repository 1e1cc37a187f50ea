package io.github.mgsjaxrs.quarkusrest;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mgsjaxrs.conformance.suite.GatewayCall;
import io.github.mgsjaxrs.conformance.suite.SuiteKeys;
import io.github.mgsjaxrs.conformance.vectors.GatewayKey;
import io.github.mgsjaxrs.conformance.wire.Framing;
import io.github.mgsjaxrs.conformance.wire.RawConnection;
import io.github.mgsjaxrs.conformance.wire.RawRequest;
import io.github.mgsjaxrs.conformance.wire.RawResponse;
import io.quarkus.test.junit.QuarkusTest;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;

/** Many requests side by side on methods that must not block, slow clients among them. */
@QuarkusTest
class LoadTest {

  private static final int REQUESTS = 5_000;
  private static final int IN_FLIGHT = 40;

  private static final GatewayKey KEY = SuiteKeys.of("MD5");
  private static final List<String> WAYS = List.of("blocking", "non-blocking", "stage", "uni");

  private enum Kind {
    RIGHT,
    WRONG,
    UNSIGNED,
    CHANGED,
    SLOW,
    GONE
  }

  /** A request and what it has to be answered with. */
  private record Case(RawRequest request, Kind kind, int status, String text) {}

  @Test
  void answersEachOfManyRequestsSideBySideAsIfItWereAlone() throws Exception {
    List<Case> cases = new ArrayList<>();
    for (String way : WAYS) {
      for (int size : new int[] {0, 100, 20_000, SuiteKeys.MEMORY_LIMIT + 1, 200_000}) {
        for (Framing framing :
            size == 0
                ? new Framing[] {new Framing.Length()}
                : new Framing[] {new Framing.Length(), new Framing.Chunked(7_000)}) {
          cases.addAll(ofBody(way, size, framing));
        }
      }
    }
    for (String way : List.of("form-blocking", "form-non-blocking", "form-uni")) {
      cases.addAll(ofForm(way));
    }
    try (BlockedThreads blocked = new BlockedThreads()) {
      assertThat(wrongAnswers(cases)).isEmpty();
      assertThat(blocked.warnings()).as("warnings of a blocked event loop").isEmpty();
    }
  }

  @Test
  void keepsNobodyWaitingForClientsThatStall() {
    byte[] body = new byte[SuiteKeys.MEMORY_LIMIT];
    List<RawConnection> stalled = new ArrayList<>();
    try {
      for (int i = 0; i < IN_FLIGHT; i++) {
        RawRequest request =
            GatewayCall.to("POST", "/ways/" + WAYS.get(1 + i % 3))
                .body("application/octet-stream", body)
                .signedWith(KEY);
        RawConnection connection = QuarkusServer.endpoint().connect();
        stalled.add(connection);
        connection.sendHead(request);
        connection.sendBodyPart(request, body.length / 2);
      }
      for (int i = 0; i < IN_FLIGHT; i++) {
        RawRequest request = GatewayCall.to("POST", "/ways/" + WAYS.get(i % 4)).signedWith(KEY);
        assertThat(QuarkusServer.endpoint().send(request).status()).isEqualTo(200);
      }
    } finally {
      stalled.forEach(RawConnection::close);
    }
  }

  private static List<String> wrongAnswers(List<Case> cases) throws Exception {
    ExecutorService clients = Executors.newFixedThreadPool(IN_FLIGHT);
    AtomicInteger next = new AtomicInteger();
    List<Future<List<String>>> running = new ArrayList<>();
    for (int client = 0; client < IN_FLIGHT; client++) {
      running.add(
          clients.submit(
              () -> {
                List<String> wrong = new ArrayList<>();
                for (int i = next.getAndIncrement(); i < REQUESTS; i = next.getAndIncrement()) {
                  // a step that shares no factor with the number of cases mixes them
                  Case one = cases.get((int) (i * 7_919L % cases.size()));
                  String fault = fault(one);
                  if (fault != null) {
                    wrong.add(one.request() + " " + one.kind() + ": " + fault);
                  }
                }
                return wrong;
              }));
    }
    clients.shutdown();
    assertThat(clients.awaitTermination(4, TimeUnit.MINUTES)).as("all were answered").isTrue();
    List<String> wrong = new ArrayList<>();
    for (Future<List<String>> each : running) {
      wrong.addAll(each.get());
    }
    return wrong;
  }

  private static String fault(Case one) {
    try (RawConnection connection = QuarkusServer.endpoint().connect()) {
      RawResponse response;
      switch (one.kind()) {
        case GONE -> {
          connection.sendHead(one.request());
          connection.sendBodyPart(one.request(), one.request().body().length / 2);
          connection.reset();
          return null;
        }
        case SLOW -> {
          connection.sendHead(one.request());
          byte[] body = one.request().body();
          // Content-Length framing: what is sent in parts is the body itself
          int sent = 0;
          for (int part = 1; part <= 4; part++) {
            int end = body.length * part / 4;
            connection.sendBodyPart(
                one.request().body(Arrays.copyOfRange(body, sent, end), new Framing.Length()),
                end - sent);
            sent = end;
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
          }
          response = connection.response(one.request());
        }
        default -> response = connection.exchange(one.request());
      }
      if (response.status() != one.status()) {
        return response.toString();
      }
      return one.status() != 200 || response.text().equals(one.text()) ? null : response.text();
    } catch (RuntimeException failed) {
      return failed.toString();
    }
  }

  private static List<Case> ofBody(String way, int size, Framing framing) throws Exception {
    byte[] body = new byte[size];
    Arrays.fill(body, (byte) ('a' + way.length()));
    GatewayCall call =
        GatewayCall.to("POST", "/ways/" + way).body("application/octet-stream", body);
    String right =
        KEY.id()
            + " "
            + HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(body));
    RawRequest signed = call.signedWith(KEY, framing);
    List<Case> cases = new ArrayList<>();
    cases.add(new Case(signed, Kind.RIGHT, 200, right));
    cases.addAll(refused(call, framing));
    if (size > 0) {
      byte[] changed = body.clone();
      changed[size - 1]++;
      cases.add(new Case(signed.body(changed, framing), Kind.CHANGED, 401, ""));
      cases.add(new Case(signed, Kind.GONE, 0, ""));
      if (framing instanceof Framing.Length) {
        cases.add(new Case(signed, Kind.SLOW, 200, right));
      }
    }
    return cases;
  }

  private static List<Case> ofForm(String way) {
    GatewayCall call =
        GatewayCall.to("POST", "/ways/" + way)
            .field("name", "\u5f20 " + way)
            .field("large", "x".repeat(30_000));
    RawRequest signed = call.signedWith(KEY);
    List<Case> cases = new ArrayList<>();
    cases.add(new Case(signed, Kind.RIGHT, 200, KEY.id() + " \u5f20 " + way));
    cases.add(new Case(signed, Kind.SLOW, 200, KEY.id() + " \u5f20 " + way));
    cases.addAll(refused(call, new Framing.Length()));
    return cases;
  }

  private static List<Case> refused(GatewayCall call, Framing framing) {
    RawRequest wrong =
        call.request(framing)
            .header(GatewayCall.SIGNATURE, "0".repeat(32))
            .header(GatewayCall.KEY_ID, KEY.id());
    return List.of(
        new Case(wrong, Kind.WRONG, 401, ""),
        new Case(call.request(framing), Kind.UNSIGNED, 401, ""));
  }

  /** What Vert.x says of event loops that somebody blocks. */
  private static final class BlockedThreads extends Handler implements AutoCloseable {

    private static final Logger LOGGER =
        Logger.getLogger("io.vertx.core.impl.BlockedThreadChecker");

    private final List<String> warnings = new ArrayList<>();

    BlockedThreads() {
      LOGGER.addHandler(this);
    }

    @Override
    public synchronized void publish(LogRecord warning) {
      if (warning.getMessage().contains("eventloop")) {
        warnings.add(warning.getMessage());
      }
    }

    synchronized List<String> warnings() {
      return List.copyOf(warnings);
    }

    @Override
    public void flush() {}

    @Override
    public void close() {
      LOGGER.removeHandler(this);
    }
  }
}
