package io.github.mgsjaxrs.cdi;

import io.github.mgsjaxrs.verifier.MgsVerifier;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.build.compatible.spi.Parameters;
import jakarta.enterprise.inject.build.compatible.spi.SyntheticBeanCreator;

/** Creates the bean of {@link DefaultVerifierBuildExtension}; the container instantiates it. */
public class VerifierCreator implements SyntheticBeanCreator<MgsVerifier> {

  /** Called by the container. */
  public VerifierCreator() {}

  @Override
  public MgsVerifier create(Instance<Object> beans, Parameters none) {
    return VerifierFromConfig.create(beans);
  }
}
