package io.github.mgsjaxrs.cdi;

import io.github.mgsjaxrs.MgsVerifier;
import jakarta.enterprise.inject.build.compatible.spi.BeanInfo;
import jakarta.enterprise.inject.build.compatible.spi.BuildCompatibleExtension;
import jakarta.enterprise.inject.build.compatible.spi.Registration;
import jakarta.enterprise.inject.build.compatible.spi.Synthesis;
import jakarta.enterprise.inject.build.compatible.spi.SyntheticComponents;

/** Runs our extension for CDI Lite on Weld, which passes over it because of its annotation. */
public final class ForwardingBuildExtension implements BuildCompatibleExtension {

  private final DefaultVerifierBuildExtension tested = new DefaultVerifierBuildExtension();

  @Registration(types = MgsVerifier.class)
  public void look(BeanInfo bean) {
    tested.look(bean);
  }

  @Synthesis
  public void addDefault(SyntheticComponents beans) {
    tested.addDefault(beans);
  }
}
