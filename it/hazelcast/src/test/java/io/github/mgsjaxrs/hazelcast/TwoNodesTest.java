package io.github.mgsjaxrs.hazelcast;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.MINUTES;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.mgsjaxrs.SignatureAlgorithm;
import io.github.mgsjaxrs.client.KooGallerySigner;
import io.github.mgsjaxrs.client.MgsRpcSigner;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Jersey in two JVMs, and the cluster that their JCache provider makes of them. */
@Timeout(value = 5, unit = MINUTES)
class TwoNodesTest {

  static final String ACCESS_KEY = "test-access-key";
  static final String SECRET = "the secret of the app";

  private static final KooGallerySigner MARKETPLACE = KooGallerySigner.of(ACCESS_KEY);
  private static final MgsRpcSigner APP =
      MgsRpcSigner.of("app", SignatureAlgorithm.RPC_HMAC_SHA1, SECRET);
  private static final byte[] BODY = "{\"activity\":\"newInstance\"}".getBytes(UTF_8);
  private static final HttpClient CLIENT =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private static NodeProcess one;
  private static NodeProcess other;

  @BeforeAll
  static void startTheNodes() throws Exception {
    one = NodeProcess.alone();
    other = NodeProcess.beside(one);
    assertThat(one.members()).isEqualTo(2);
    assertThat(other.members()).isEqualTo(2);
  }

  @AfterAll
  static void stopTheNodes() {
    if (other != null) {
      other.close();
    }
    if (one != null) {
      one.close();
    }
  }

  @Test
  void refusesANonceThatTheOtherNodeServed() throws Exception {
    Function<NodeProcess, HttpRequest> request = kooGallery();

    assertThat(send(request.apply(one)).statusCode()).isEqualTo(200);
    HttpResponse<String> replayed = send(request.apply(other));
    assertThat(replayed.statusCode()).isEqualTo(401);
    assertThat(replayed.body()).contains("\"resultCode\":\"000001\"");
    assertThat(send(request.apply(one)).statusCode()).isEqualTo(401);
    assertThat(send(kooGallery().apply(other)).statusCode()).isEqualTo(200);
  }

  @Test
  void refusesACallOfAClientThatTheOtherNodeServed() throws Exception {
    Function<NodeProcess, HttpRequest> call = rpc(Instant.now());

    assertThat(send(call.apply(other)).statusCode()).isEqualTo(200);
    assertThat(send(call.apply(one)).statusCode()).isEqualTo(401);
    assertThat(send(rpc(Instant.now().plusMillis(1)).apply(one)).statusCode()).isEqualTo(200);
  }

  @Test
  void servesExactlyOneOfAThousandRequestsWithOneNonce() throws Exception {
    assertThat(servedOfAThousand(kooGallery())).isEqualTo(1);
  }

  @Test
  void servesExactlyOneOfAThousandCallsWithOneSignature() throws Exception {
    assertThat(servedOfAThousand(rpc(Instant.now().minusMillis(7)))).isEqualTo(1);
  }

  private static int servedOfAThousand(Function<NodeProcess, HttpRequest> request)
      throws Exception {
    int before = one.served() + other.served();
    ExecutorService threads = Executors.newFixedThreadPool(32);
    try {
      CountDownLatch start = new CountDownLatch(1);
      List<Future<Integer>> sent = new ArrayList<>();
      for (int i = 0; i < 1_000; i++) {
        HttpRequest each = request.apply(i % 2 == 0 ? one : other);
        sent.add(
            threads.submit(
                () -> {
                  start.await();
                  return send(each).statusCode();
                }));
      }
      start.countDown();
      Map<Integer, Integer> statuses = new TreeMap<>();
      for (Future<Integer> each : sent) {
        statuses.merge(each.get(2, MINUTES), 1, Integer::sum);
      }
      assertThat(statuses).isEqualTo(Map.of(200, 1, 401, 999));
    } finally {
      threads.shutdownNow();
    }
    return one.served() + other.served() - before;
  }

  @Test
  void remembersWhatANodeServedThatWasKilled() throws Exception {
    Function<NodeProcess, HttpRequest> request = kooGallery();
    try (NodeProcess killed = NodeProcess.beside(one)) {
      assertThat(killed.members()).isEqualTo(3);
      assertThat(send(request.apply(killed)).statusCode()).isEqualTo(200);
    }
    long start = System.nanoTime();
    while (one.members() != 2) {
      assertThat(System.nanoTime() - start).isLessThan(MINUTES.toNanos(2));
      Thread.sleep(50);
    }

    assertThat(send(request.apply(one)).statusCode()).isEqualTo(401);
    assertThat(send(kooGallery().apply(other)).statusCode()).isEqualTo(200);
  }

  @Test
  void refusesWhatIsGuardedWhereTheCacheIsDownAndLeavesNoMemberBehind() throws Exception {
    try (NodeProcess leaving = NodeProcess.beside(one)) {
      assertThat(send(kooGallery().apply(leaving)).statusCode()).isEqualTo(200);
      leaving.ask('l', "left");

      HttpResponse<String> refused = send(kooGallery().apply(leaving));
      assertThat(refused.statusCode()).isEqualTo(503);
      assertThat(refused.body()).contains("\"resultCode\":\"000005\"");
      assertThat(send(rpc(Instant.now()).apply(leaving)).statusCode()).isEqualTo(503);
      assertThat(leaving.end()).isZero();
    }
  }

  @Test
  void endsTheMemberThatTheProviderStarted() throws Exception {
    try (NodeProcess ending = NodeProcess.beside(one)) {
      assertThat(send(kooGallery().apply(ending)).statusCode()).isEqualTo(200);

      assertThat(ending.end()).isZero();
    }
  }

  private static Function<NodeProcess, HttpRequest> kooGallery() {
    String query = MARKETPLACE.signBody(null, BODY, Instant.now());
    return node -> request(node.uri("/koogallery?" + query)).build();
  }

  private static Function<NodeProcess, HttpRequest> rpc(Instant time) {
    Map<String, String> headers = APP.sign("orders.place", BODY, time);
    return node -> {
      HttpRequest.Builder request = request(node.uri("/mgw.htm"));
      headers.forEach(request::header);
      return request.build();
    };
  }

  private static HttpRequest.Builder request(URI uri) {
    return HttpRequest.newBuilder(uri)
        .timeout(Duration.ofMinutes(2))
        .header("Content-Type", "application/json")
        .POST(BodyPublishers.ofByteArray(BODY));
  }

  private static HttpResponse<String> send(HttpRequest request) throws Exception {
    return CLIENT.send(request, BodyHandlers.ofString(UTF_8));
  }
}
