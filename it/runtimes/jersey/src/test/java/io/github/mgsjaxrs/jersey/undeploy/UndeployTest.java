package io.github.mgsjaxrs.jersey.undeploy;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.mgsjaxrs.conformance.suite.GatewayCall;
import io.github.mgsjaxrs.conformance.vectors.GatewayKey;
import io.github.mgsjaxrs.conformance.vectors.Vectors;
import io.github.mgsjaxrs.conformance.wire.RawConnection;
import io.github.mgsjaxrs.conformance.wire.RawRequest;
import java.lang.ref.WeakReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

/**
 * Nothing of an application stays behind when it is taken away, although the container's threads
 * and its clients' connections do.
 */
@Isolated
class UndeployTest {

  private static final int DEPLOYMENTS = 20;
  private static final int CONNECTIONS = 8;

  private static final int REQUESTS = 8;

  /** So many that the key gets its table. */
  private static final int REQUESTS_BY_SM2 = 66;

  private static final Duration TO_BE_COLLECTED = Duration.ofSeconds(60);
  private static final String PATH = "/undeployed";

  @TempDir static Path temporary;

  private final List<RawConnection> connections = new ArrayList<>();

  @BeforeEach
  void writeTheKeyFile() throws Exception {
    Path file = temporary.resolve("sm2.pem");
    Files.writeString(file, Vectors.load().key("SM2").requiredPublicKey());
    System.setProperty(UndeployedApplication.SM2_FILE, file.toString());
  }

  @AfterEach
  void disconnect() {
    connections.forEach(RawConnection::close);
    connections.clear();
    System.clearProperty(UndeployedApplication.SM2_FILE);
  }

  @Test
  void leavesNoClassLoaderOfAnApplicationThatWasUndeployed() throws Exception {
    List<RawRequest> requests = requests();
    List<WeakReference<ClassLoader>> undeployed = new ArrayList<>();
    ClassHistogram none = ClassHistogram.take();
    ClassHistogram first = none;
    ClassHistogram last;
    try (Deployments container = new Deployments()) {
      for (int i = 0; i < CONNECTIONS; i++) {
        connections.add(RawConnection.to("127.0.0.1", container.port()));
      }
      for (int i = 0; i < DEPLOYMENTS; i++) {
        Deployments.Deployment deployment = container.deploy(PATH);
        requests.forEach(this::send);
        if (i == 0) {
          first = ClassHistogram.take();
        }
        undeployed.add(deployment.undeploy());
      }
      // one more, as Jetty's connections remember the context that they reached last
      container.deploy(PATH);
      requests.forEach(this::send);
      awaitCollected(undeployed);
      last = ClassHistogram.take();
    }
    assertThat(first.instances()).as("in the first").isGreaterThan(none.instances());
    assertThat(last.instances())
        .as("objects in the last deployment, %s in the first", first.instances())
        .isLessThan(2 * first.instances());
    // the application's, and the test's own
    assertThat(last.loaders()).allSatisfy((type, loaders) -> assertThat(loaders).isLessThan(3));
  }

  private List<RawRequest> requests() {
    List<RawRequest> requests = new ArrayList<>();
    for (GatewayKey key : Vectors.load().keys()) {
      RawRequest signed =
          GatewayCall.to("POST", PATH + "/orders")
              .query("b", "2")
              .query("a", "1")
              .body("application/json", "{\"item\":\"tea\"}".getBytes(UTF_8))
              .signedWith(key);
      int times = key.algorithm().equals("SM2") ? REQUESTS_BY_SM2 : REQUESTS;
      for (int i = 0; i < times; i++) {
        requests.add(signed.header("Connection", "keep-alive"));
      }
    }
    GatewayKey md5 = Vectors.load().key("MD5");
    // past the limit of memory, so that a file is opened
    requests.add(
        GatewayCall.to("POST", PATH + "/orders")
            .body("application/octet-stream", new byte[128 * 1024])
            .signedWith(md5)
            .header("Connection", "keep-alive"));
    return requests;
  }

  private void send(RawRequest request) {
    RawConnection connection = connections.remove(0);
    connections.add(connection);
    assertThat(connection.exchange(request).status()).as("%s", request).isEqualTo(200);
  }

  private static void awaitCollected(List<WeakReference<ClassLoader>> loaders) {
    long start = System.nanoTime();
    while (loaders.stream().anyMatch(loader -> loader.get() != null)) {
      assertThat(System.nanoTime() - start)
          .as(
              "Nanoseconds until the class loaders of %s applications are free; %s are not",
              loaders.size(), loaders.stream().filter(loader -> loader.get() != null).count())
          .isLessThan(TO_BE_COLLECTED.toNanos());
      System.gc();
      LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
    }
  }
}
