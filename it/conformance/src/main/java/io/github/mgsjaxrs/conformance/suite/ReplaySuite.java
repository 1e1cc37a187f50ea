package io.github.mgsjaxrs.conformance.suite;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.MINUTES;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.mgsjaxrs.SignatureAlgorithm;
import io.github.mgsjaxrs.client.KooGallerySigner;
import io.github.mgsjaxrs.client.MgsRpcSigner;
import io.github.mgsjaxrs.conformance.vectors.GatewayKey;
import io.github.mgsjaxrs.conformance.war.SuiteWars;
import io.github.mgsjaxrs.conformance.wire.Framing;
import io.github.mgsjaxrs.conformance.wire.RawRequest;
import io.github.mgsjaxrs.conformance.wire.RawResponse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** Requests that are sent twice to an application such as {@link SuiteWars#guarded}. */
public abstract class ReplaySuite {

  private static final byte[] BODY = "{\"activity\":\"newInstance\"}".getBytes(UTF_8);
  private static final int THREADS = 16;
  private static final int REQUESTS = 200;

  /** For the runtime's own class. */
  protected ReplaySuite() {}

  /**
   * Where the application listens.
   *
   * @return the endpoint
   */
  protected abstract Endpoint endpoint();

  @Test
  void servesARequestOfKooGalleryOnce() {
    RawRequest request = kooGallery();

    assertThat(send(request).status()).isEqualTo(200);
    RawResponse again = send(request);
    assertThat(again.status()).as("%s", again).isEqualTo(401);
    assertThat(again.json().getString("resultCode")).isEqualTo("000001");
    assertThat(send(kooGallery()).status()).isEqualTo(200);
  }

  @Test
  void servesACallOfAClientOnce() {
    GatewayKey key = SuiteKeys.ofRpc("RPC_MD5");
    RawRequest call = post("/mgw/x");
    for (Map.Entry<String, String> header :
        MgsRpcSigner.of(key.id(), SignatureAlgorithm.RPC_MD5, key.requiredSalt())
            .sign("suite.call", BODY, Instant.now())
            .entrySet()) {
      call = call.header(header.getKey(), header.getValue());
    }

    assertThat(send(call).status()).isEqualTo(200);
    assertThat(send(call).status()).isEqualTo(401);
  }

  @Test
  void servesOneOfManyRequestsWithOneNonce() throws Exception {
    RawRequest request = kooGallery();
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    try {
      CountDownLatch start = new CountDownLatch(1);
      List<Future<Integer>> sent = new ArrayList<>();
      for (int i = 0; i < REQUESTS; i++) {
        sent.add(
            threads.submit(
                () -> {
                  start.await();
                  return send(request).status();
                }));
      }
      start.countDown();
      Map<Integer, Integer> statuses = new TreeMap<>();
      for (Future<Integer> each : sent) {
        statuses.merge(each.get(2, MINUTES), 1, Integer::sum);
      }
      assertThat(statuses).isEqualTo(Map.of(200, 1, 401, REQUESTS - 1));
    } finally {
      threads.shutdownNow();
    }
  }

  private RawRequest kooGallery() {
    GatewayKey key = SuiteKeys.ofKooGallery().get(0);
    return post(
        "/koo/x?" + KooGallerySigner.of(key.requiredSalt()).signBody(null, BODY, Instant.now()));
  }

  private RawRequest post(String target) {
    return RawRequest.of("POST", endpoint().base() + target)
        .header("Content-Type", "application/json")
        .body(BODY, new Framing.Length());
  }

  private RawResponse send(RawRequest request) {
    return endpoint().send(request);
  }
}
