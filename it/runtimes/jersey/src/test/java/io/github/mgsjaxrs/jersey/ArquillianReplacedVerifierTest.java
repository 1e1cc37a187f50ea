package io.github.mgsjaxrs.jersey;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mgsjaxrs.SignatureAlgorithm;
import io.github.mgsjaxrs.verifier.MgsVerifier;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.JavaArchive;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;

/** An application's own verifier takes the place of the configured one, without an alternative. */
@Tag("arquillian")
@ResourceLock("cdi")
@ArquillianTest
class ArquillianReplacedVerifierTest {

  private static final MgsVerifier OWN =
      MgsVerifier.builder().salt("own", SignatureAlgorithm.MD5, "a salt of its own").build();

  @Inject Instance<MgsVerifier> verifiers;

  /** Makes the application's own verifier. */
  @Dependent
  public static class Verifiers {
    @Produces
    MgsVerifier own() {
      return OWN;
    }
  }

  @Deployment
  static JavaArchive deployment() {
    return ShrinkWrap.create(JavaArchive.class)
        .addPackage("io.github.mgsjaxrs.cdi")
        .addClass(Verifiers.class)
        .addAsManifestResource(new StringAsset("<beans/>"), "beans.xml");
  }

  @Test
  void injectsTheApplicationsOwn() {
    assertThat(verifiers.isResolvable()).isTrue();
    assertThat(verifiers.get()).isSameAs(OWN);
  }
}
