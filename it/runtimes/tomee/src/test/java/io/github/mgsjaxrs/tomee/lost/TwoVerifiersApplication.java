package io.github.mgsjaxrs.tomee.lost;

import io.github.mgsjaxrs.SignatureAlgorithm;
import io.github.mgsjaxrs.conformance.registration.MarkedResource;
import io.github.mgsjaxrs.filter.MgsFeature;
import io.github.mgsjaxrs.verifier.MgsVerifier;
import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Set;

/** Gives out two features, of which each protects a path. */
@ApplicationPath("/")
public class TwoVerifiersApplication extends Application {

  private final Set<Object> features = Set.of(feature("/guarded"), feature("/marked"));

  private static MgsFeature feature(String path) {
    return new MgsFeature(
        MgsVerifier.builder().salt("own", SignatureAlgorithm.MD5, "a salt").protect(path).build());
  }

  @Override
  public Set<Class<?>> getClasses() {
    return Set.of(MarkedResource.class, GuardedResource.class);
  }

  @Override
  @SuppressWarnings("deprecation") // the one way to register an instance
  public Set<Object> getSingletons() {
    return features;
  }
}
