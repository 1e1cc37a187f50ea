package io.github.mgsjaxrs.cdi;

import io.github.mgsjaxrs.verifier.MgsVerifier;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.build.compatible.spi.Parameters;
import jakarta.enterprise.inject.build.compatible.spi.SyntheticBeanDisposer;

/** Closes the bean of {@link DefaultVerifierBuildExtension}; the container instantiates it. */
public class VerifierDisposer implements SyntheticBeanDisposer<MgsVerifier> {

  /** Called by the container. */
  public VerifierDisposer() {}

  @Override
  public void dispose(MgsVerifier verifier, Instance<Object> beans, Parameters none) {
    verifier.close();
  }
}
