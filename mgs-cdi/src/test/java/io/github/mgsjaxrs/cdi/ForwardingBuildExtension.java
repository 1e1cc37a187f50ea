package io.github.mgsjaxrs.cdi;

import io.github.mgsjaxrs.ApiGatewaySigned;
import io.github.mgsjaxrs.KooGallerySigned;
import io.github.mgsjaxrs.MgsRpcSigned;
import io.github.mgsjaxrs.MgsSigned;
import io.github.mgsjaxrs.SignatureMark;
import io.github.mgsjaxrs.verifier.MgsVerifier;
import jakarta.enterprise.inject.build.compatible.spi.BeanInfo;
import jakarta.enterprise.inject.build.compatible.spi.BuildCompatibleExtension;
import jakarta.enterprise.inject.build.compatible.spi.Enhancement;
import jakarta.enterprise.inject.build.compatible.spi.Registration;
import jakarta.enterprise.inject.build.compatible.spi.Synthesis;
import jakarta.enterprise.inject.build.compatible.spi.SyntheticComponents;
import jakarta.enterprise.lang.model.declarations.ClassInfo;

/** Runs our extension for CDI Lite on Weld, which passes over it because of its annotation. */
public final class ForwardingBuildExtension implements BuildCompatibleExtension {

  private final DefaultVerifierBuildExtension tested = new DefaultVerifierBuildExtension();
  private final MarkBuildExtension marks = new MarkBuildExtension();

  @Enhancement(
      types = Object.class,
      withSubtypes = true,
      withAnnotations = {
        SignatureMark.class,
        MgsSigned.class,
        MgsRpcSigned.class,
        KooGallerySigned.class,
        ApiGatewaySigned.class
      })
  public void look(ClassInfo type) {
    marks.look(type);
  }

  @Registration(types = Object.class)
  public void lookForMarks(BeanInfo bean) {
    marks.look(bean);
  }

  @Synthesis
  public void tell(SyntheticComponents components) {
    marks.tell(components);
  }

  @Registration(types = MgsVerifier.class)
  public void look(BeanInfo bean) {
    tested.look(bean);
  }

  @Synthesis
  public void addDefault(SyntheticComponents beans) {
    tested.addDefault(beans);
  }
}
