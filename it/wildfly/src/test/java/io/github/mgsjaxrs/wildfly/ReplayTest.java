package io.github.mgsjaxrs.wildfly;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.mgsjaxrs.client.KooGallerySigner;
import io.github.mgsjaxrs.client.MgsRpcSigner;
import io.github.mgsjaxrs.conformance.registration.ScanningApplication;
import io.github.mgsjaxrs.conformance.suite.Endpoint;
import io.github.mgsjaxrs.conformance.suite.SuiteKeys;
import io.github.mgsjaxrs.conformance.vectors.GatewayKey;
import io.github.mgsjaxrs.conformance.war.SuiteWars;
import io.github.mgsjaxrs.conformance.wire.Framing;
import io.github.mgsjaxrs.conformance.wire.RawRequest;
import io.github.mgsjaxrs.conformance.wire.RawResponse;
import io.github.mgsjaxrs.crypto.SignatureAlgorithm;
import java.time.Instant;
import java.util.Map;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Requests that are sent twice to WildFly, with Caffeine in the web application. */
@ExtendWith(ArquillianExtension.class)
class ReplayTest {

  private static final byte[] BODY = "{\"activity\":\"newInstance\"}".getBytes(UTF_8);

  @Deployment(testable = false)
  static WebArchive guarded() {
    Map<String, String> settings = SuiteWars.settings();
    settings.put("mgs.replay.guard", "koogallery-v2,rpc");
    return Wars.archive(
        SuiteWars.echo("replay")
            .classes(ScanningApplication.class)
            .libraries(
                "com.github.benmanes.caffeine.cache.Caffeine",
                "com.github.benmanes.caffeine.jcache.spi.CaffeineCachingProvider",
                "com.typesafe.config.Config",
                "javax.cache.Cache")
            .settings(settings));
  }

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

  private static RawRequest kooGallery() {
    GatewayKey key = SuiteKeys.ofKooGallery().get(0);
    return post(
        "/koo/x?" + KooGallerySigner.of(key.requiredSalt()).signBody(null, BODY, Instant.now()));
  }

  private static RawRequest post(String target) {
    return RawRequest.of("POST", "/replay" + target)
        .header("Content-Type", "application/json")
        .body(BODY, new Framing.Length());
  }

  private static RawResponse send(RawRequest request) {
    Endpoint root = Wars.endpoint();
    return root.send(request);
  }
}
