package io.github.mgsjaxrs.jersey;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mgsjaxrs.Rejected;
import io.github.mgsjaxrs.Rejection;
import io.github.mgsjaxrs.SignatureAlgorithm;
import io.github.mgsjaxrs.Verdict;
import io.github.mgsjaxrs.Verified;
import io.github.mgsjaxrs.VerifiedCaller;
import io.github.mgsjaxrs.backend.protocol.SignedRequest;
import io.github.mgsjaxrs.conformance.openssl.OpenSsl;
import io.github.mgsjaxrs.conformance.vectors.GatewayKey;
import io.github.mgsjaxrs.internal.enforcement.CallerListener;
import io.github.mgsjaxrs.verifier.MgsVerifier;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.ServiceLoader;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.JavaArchive;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;

/** The beans of mgs-cdi in an archive that Arquillian deploys, set up by a file in it. */
@Tag("arquillian")
@ResourceLock("cdi")
@ArquillianTest
class ArquillianBeansTest {

  private static final GatewayKey KEY = GatewayKey.salted("orders", "SM3", "a salt");

  @Inject MgsVerifier verifier;
  @Inject Instance<MgsVerifier> verifiers;
  @Inject VerifiedCaller caller;

  @Deployment
  static JavaArchive deployment() {
    return ShrinkWrap.create(JavaArchive.class)
        .addPackage("io.github.mgsjaxrs.cdi")
        .addAsManifestResource(new StringAsset("<beans/>"), "beans.xml")
        .addAsManifestResource(
            new StringAsset("mgs.keys.orders.algorithm=SM3\nmgs.keys.orders.salt=a salt\n"),
            "microprofile-config.properties");
  }

  @Test
  void injectsTheVerifierThatTheSettingsAskFor() throws Exception {
    assertThat(verifiers.isResolvable()).isTrue();
    assertThat(verdict(OpenSsl.sign(KEY, "GET\n\n/orders"))).isInstanceOf(Verified.class);
    assertThat(verdict(OpenSsl.sign(KEY, "GET\n\n/other")))
        .isInstanceOfSatisfying(
            Rejected.class,
            rejected -> assertThat(rejected.rejection()).isEqualTo(Rejection.SIGNATURE_MISMATCH));
  }

  @Test
  void injectsTheCallerOfTheRequest() {
    record Gateway(String keyId, SignatureAlgorithm algorithm) implements VerifiedCaller {}
    ServiceLoader.load(CallerListener.class)
        .forEach(listener -> listener.verified(new Gateway("orders", SignatureAlgorithm.SM3)));
    assertThat(caller.keyId()).isEqualTo("orders");
    assertThat(caller.algorithm()).isEqualTo(SignatureAlgorithm.SM3);
  }

  private Verdict verdict(String signature) throws Exception {
    return verifier.verify(
        SignedRequest.of("GET", "/orders", null, null, new byte[0]), signature, KEY.id());
  }
}
