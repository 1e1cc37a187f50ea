package io.github.mgsjaxrs.quarkusrest.start;

import io.github.mgsjaxrs.SignatureAlgorithm;
import io.github.mgsjaxrs.verifier.MgsVerifier;
import io.quarkus.arc.properties.IfBuildProperty;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;

/**
 * Makes a verifier that protects no path. Quarkus sees the classes of tests too: without the
 * property this is no bean.
 */
@IfBuildProperty(name = "suite.verifier", stringValue = "own")
@ApplicationScoped
public class OwnVerifier {

  @Produces
  @ApplicationScoped
  MgsVerifier verifier() {
    return MgsVerifier.builder().salt("own", SignatureAlgorithm.MD5, "a salt of its own").build();
  }
}
