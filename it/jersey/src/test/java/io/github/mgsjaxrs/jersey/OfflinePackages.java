package io.github.mgsjaxrs.jersey;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.mgsjaxrs.MgsSigned;
import io.github.mgsjaxrs.MgsVerifierBuilder;
import io.github.mgsjaxrs.client.PackageSigner;
import io.github.mgsjaxrs.conformance.suite.GatewayCall;
import io.github.mgsjaxrs.conformance.suite.SuiteKeys;
import io.github.mgsjaxrs.conformance.wire.Framing;
import io.github.mgsjaxrs.conformance.wire.RawRequest;
import io.github.mgsjaxrs.conformance.wire.RawResponse;
import io.github.mgsjaxrs.crypto.SignatureAlgorithm;
import io.github.mgsjaxrs.offline.OfflineSettings;
import io.github.mgsjaxrs.offline.VerifiedPackage;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.io.IOException;
import java.io.InputStream;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.glassfish.jersey.server.ResourceConfig;
import org.junit.jupiter.api.Test;

/** Packages in requests that are signed themselves, and in others. */
abstract class OfflinePackages {

  private static final KeyPair KEYS = keys();
  private static final PackageSigner SIGNER =
      PackageSigner.privateKey(pem("PRIVATE KEY", KEYS.getPrivate().getEncoded()));

  /** More than stays in memory. */
  private static final byte[] TAR = new byte[3 * SuiteKeys.MEMORY_LIMIT];

  /** The app ids that reached a resource. */
  private static final Set<String> REACHED = ConcurrentHashMap.newKeySet();

  private final String id = UUID.randomUUID().toString();

  static {
    for (int i = 0; i < TAR.length; i++) {
      TAR[i] = (byte) (i * i >>> 7);
    }
  }

  private static KeyPair keys() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(2048);
      return generator.generateKeyPair();
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }

  private static String pem(String label, byte[] der) {
    return "-----BEGIN %s-----%n%s%n-----END %s-----%n"
        .formatted(label, Base64.getMimeEncoder().encodeToString(der), label);
  }

  static MgsVerifierBuilder verifier() {
    return TestVerifiers.builder()
        .publicKey(
            "packages", SignatureAlgorithm.RSA, pem("PUBLIC KEY", KEYS.getPublic().getEncoded()))
        .offline(OfflineSettings.DEFAULT.withKeys("packages"));
  }

  static ResourceConfig application() {
    return new ResourceConfig(Signed.class, Open.class);
  }

  abstract JerseyServer server();

  /** Only from the gateway. */
  @Path("signed")
  @MgsSigned
  public static class Signed extends Open {}

  /** From anybody. */
  @Path("open")
  public static class Open {
    @POST
    @Consumes("application/zip")
    @Produces("text/plain")
    public String publish(VerifiedPackage site) throws IOException {
      REACHED.add(site.tar());
      try (InputStream tar = site.open(site.tar())) {
        return site.tar() + " " + tar.readAllBytes().length;
      }
    }
  }

  private byte[] amr() {
    return SIGNER.amr(
        new TreeMap<>(Map.of(id + ".tar", TAR, "Manifest.xml", "<x/>".getBytes(US_ASCII))));
  }

  private static RawRequest signed(byte[] body) {
    return GatewayCall.to("POST", "/signed")
        .body("application/zip", body)
        .signedWith(SuiteKeys.of("MD5"), new Framing.Length());
  }

  private static RawRequest open(byte[] body) {
    return RawRequest.of("POST", "/open")
        .header("Content-Type", "application/zip")
        .body(body, new Framing.Length());
  }

  @Test
  void takesAPackageThatTheGatewayForwardsAndThatIsSignedItself() {
    for (RawRequest request : List.of(signed(amr()), open(amr()))) {
      RawResponse answer = server().endpoint().send(request);
      assertThat(answer.status()).isEqualTo(200);
      assertThat(answer.text()).isEqualTo(id + ".tar " + TAR.length);
      assertThat(REACHED.remove(id + ".tar")).isTrue();
    }
  }

  @Test
  void refusesAPackageThatIsNotSignedThoughTheRequestIs() {
    byte[] changed = amr();
    changed[changed.length / 2] ^= 1;
    for (RawRequest request : List.of(signed(changed), open(changed))) {
      RawResponse answer = server().endpoint().send(request);
      assertThat(answer.status()).isBetween(400, 422);
      assertThat(answer.header("Content-Type")).contains("application/problem+json");
      assertThat(answer.json().getString("type")).startsWith("urn:mgsjaxrs:offline:");
      assertThat(REACHED).doesNotContain(id + ".tar");
    }
  }

  @Test
  void refusesARequestThatIsNotSignedThoughItsPackageIs() {
    RawRequest unsigned =
        RawRequest.of("POST", "/signed")
            .header("Content-Type", "application/zip")
            .body(amr(), new Framing.Length());
    assertThat(server().endpoint().send(unsigned).status()).isEqualTo(401);
    assertThat(REACHED).doesNotContain(id + ".tar");
  }
}
