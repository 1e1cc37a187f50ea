package io.github.mgsjaxrs.jersey;

import static io.github.mgsjaxrs.jersey.RotatedKeys.PASSWORD;
import static io.github.mgsjaxrs.jersey.RotatedKeys.SALTED;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.mgsjaxrs.SignatureAlgorithm;
import io.github.mgsjaxrs.conformance.suite.Endpoint;
import io.github.mgsjaxrs.conformance.suite.GatewayCall;
import io.github.mgsjaxrs.conformance.vectors.GatewayKey;
import io.github.mgsjaxrs.conformance.wire.RawRequest;
import io.github.mgsjaxrs.keys.KeyDefinition;
import io.github.mgsjaxrs.keys.KeySet;
import io.github.mgsjaxrs.keys.KeyStoreDefinition;
import io.github.mgsjaxrs.keys.ReloadListener;
import io.github.mgsjaxrs.verifier.MgsVerifier;
import io.github.mgsjaxrs.verifier.MgsVerifierBuilder;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Keys are added, replaced and removed while requests run, in each way in which files are replaced:
 * who has a key before and after notices nothing.
 */
class KeyRotationTest {

  private static final Duration INTERVAL = Duration.ofMillis(200);
  private static final Duration PATIENCE = Duration.ofSeconds(90);
  private static final Logger LOG = Logger.getLogger("io.github.mgsjaxrs.keys");

  @TempDir static Path folder;

  private static RotatedKeys keys;
  private static List<RawRequest> steady;
  private static RawRequest byOld;
  private static RawRequest byNew;
  private static RawRequest byTurned;
  private static RawRequest byTurnedAnew;

  private final AtomicInteger failures = new AtomicInteger();
  private final List<String> log = new CopyOnWriteArrayList<>();
  private Endpoint endpoint;

  @BeforeAll
  static void make() throws Exception {
    keys = new RotatedKeys(folder, "steady", "old", "new", "turned", "turned-anew");
    steady = List.of(signed(keys.key("steady")), signed(SALTED));
    byOld = signed(keys.key("old"));
    byNew = signed(keys.key("new"));
    byTurned = signed(keys.key("turned"));
    byTurnedAnew = signed(keys.keyAs("turned", "turned-anew"));
  }

  private static RawRequest signed(GatewayKey key) {
    return GatewayCall.to("POST", "/rotation").body("text/plain", new byte[500]).signedWith(key);
  }

  @ParameterizedTest
  @EnumSource(ReplacedFile.Way.class)
  void neverRefusesAKeyThatIsValidBeforeAndAfterAChange(ReplacedFile.Way way) throws Exception {
    ReplacedFile file = new ReplacedFile(way, folder.resolve(way.name()));
    file.put(keys.store(PASSWORD, "steady", "old", "turned"));
    GrizzlyServer server = GrizzlyServer.echo(() -> verifier(file.path()));
    Handler listening = listening();
    LOG.addHandler(listening);
    endpoint = Endpoint.atRoot(server.start());
    try (SteadyCallers callers = new SteadyCallers(endpoint, steady)) {
      assertThat(List.of(status(byOld), status(byTurned))).containsOnly(200);
      assertThat(List.of(status(byNew), status(byTurnedAnew))).containsOnly(401);

      file.put(keys.store(PASSWORD, "steady", "old", "new", "turned"));
      until(() -> status(byNew) == 200);
      assertThat(status(byOld)).isEqualTo(200);

      byte[] last = keys.store(PASSWORD, "steady", "new", "turned=turned-anew");
      file.put(last);
      until(() -> status(byOld) == 401);
      staysSo();

      keepsTheKeysOfBefore(file, Arrays.copyOf(last, last.length / 2));
      keepsTheKeysOfBefore(file, keys.store("another password", "steady", "old"));

      file.put(keys.store(PASSWORD, "steady", "old", "turned"));
      until(() -> status(byOld) == 200);
      assertThat(List.of(status(byNew), status(byTurnedAnew))).containsOnly(401);
      assertThat(callers.wrongAnswers()).isEmpty();
      assertThat(callers.answers()).isPositive();
      System.out.println("Key rotation, " + way + ": " + callers.answers() + " right answers");
    } finally {
      LOG.removeHandler(listening);
      server.stop();
    }
  }

  /** A key that was refused once is not taken again, as all keys are exchanged at one time. */
  private void staysSo() {
    for (int i = 0; i < 20; i++) {
      assertThat(List.of(status(byOld), status(byTurned))).containsOnly(401);
      assertThat(List.of(status(byNew), status(byTurnedAnew))).containsOnly(200);
    }
  }

  private void keepsTheKeysOfBefore(ReplacedFile file, byte[] broken) throws Exception {
    int failed = failures.get();
    log.clear();
    file.put(broken);
    until(() -> failures.get() > failed && !log.isEmpty());
    assertThat(log.get(0)).startsWith("WARNING Keys not reloaded, those of before stay in force");
    staysSo();
  }

  private MgsVerifierBuilder verifier(Path store) {
    return MgsVerifier.builder()
        .keyStore(new KeyStoreDefinition(store.toString(), PASSWORD))
        .key(new KeyDefinition(SALTED.id(), SignatureAlgorithm.SM3, null, null, null, null))
        .reloadInterval(INTERVAL)
        .reloadListener(
            new ReloadListener() {
              @Override
              public void reloaded(KeySet loaded) {}

              @Override
              public void failed(Exception cause) {
                failures.incrementAndGet();
              }
            });
  }

  private Handler listening() {
    return new Handler() {
      @Override
      public void publish(LogRecord line) {
        log.add(line.getLevel() + " " + line.getMessage());
      }

      @Override
      public void flush() {}

      @Override
      public void close() {}
    };
  }

  private int status(RawRequest request) {
    return endpoint.send(request).status();
  }

  private static void until(BooleanSupplier settled) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!settled.getAsBoolean()) {
      assertThat(System.nanoTime()).as("the time until it settles").isLessThan(end);
      LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
    }
  }
}
