package io.github.mgsjaxrs.conformance.registration;

import io.github.mgsjaxrs.SignatureAlgorithm;
import io.github.mgsjaxrs.filter.MgsFeature;
import io.github.mgsjaxrs.verifier.MgsVerifier;
import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Set;

/** Has a verifier of its own, and stands beside another that has one, too. */
@ApplicationPath("second")
public class SecondVerifierApplication extends Application {

  private final MgsFeature feature =
      new MgsFeature(
          MgsVerifier.builder().salt("second", SignatureAlgorithm.MD5, "the second salt").build());

  /** Called by the server. */
  public SecondVerifierApplication() {}

  @Override
  public Set<Class<?>> getClasses() {
    return Set.of(MarkedResource.class);
  }

  @Override
  @SuppressWarnings("deprecation") // the one way to register an instance
  public Set<Object> getSingletons() {
    return Set.of(feature);
  }
}
