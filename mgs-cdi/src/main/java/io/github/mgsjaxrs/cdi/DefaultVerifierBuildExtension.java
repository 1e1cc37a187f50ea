package io.github.mgsjaxrs.cdi;

import io.github.mgsjaxrs.verifier.MgsVerifier;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Startup;
import jakarta.enterprise.inject.Default;
import jakarta.enterprise.inject.build.compatible.spi.BeanInfo;
import jakarta.enterprise.inject.build.compatible.spi.BuildCompatibleExtension;
import jakarta.enterprise.inject.build.compatible.spi.Registration;
import jakarta.enterprise.inject.build.compatible.spi.SkipIfPortableExtensionPresent;
import jakarta.enterprise.inject.build.compatible.spi.Synthesis;
import jakarta.enterprise.inject.build.compatible.spi.SyntheticComponents;

/**
 * Adds the configured verifier as a bean where the application has none of its own, on containers
 * with CDI Lite alone (ArC in Quarkus).
 *
 * <p>Needs CDI 4.0; older containers never load this class.
 */
@SkipIfPortableExtensionPresent(DefaultVerifierExtension.class)
public class DefaultVerifierBuildExtension implements BuildCompatibleExtension {

  private boolean applicationHasItsOwn;

  /** Called by the container. */
  public DefaultVerifierBuildExtension() {}

  /**
   * Notes a verifier of the application's own.
   *
   * @param bean a bean that has the type
   */
  @Registration(types = MgsVerifier.class)
  public void look(BeanInfo bean) {
    if (bean.qualifiers().isEmpty()
        || bean.qualifiers().stream()
            .anyMatch(qualifier -> qualifier.name().equals(Default.class.getName()))) {
      applicationHasItsOwn = true;
    }
  }

  /**
   * Has the verifier built when the application starts, with its configuration at that time.
   *
   * @param components takes the observer
   */
  @Synthesis
  public void startLate(SyntheticComponents components) {
    components
        .addBean(StartedLater.class)
        .type(StartedLater.class)
        .scope(Dependent.class)
        .createWith(StartedLater.Creator.class);
    components.addObserver(Startup.class).observeWith(LateStart.class);
  }

  /**
   * Adds the configured verifier unless there is one.
   *
   * @param beans takes the bean
   */
  @Synthesis
  public void addDefault(SyntheticComponents beans) {
    if (!applicationHasItsOwn) {
      beans
          .addBean(MgsVerifier.class)
          .type(MgsVerifier.class)
          .scope(ApplicationScoped.class)
          .createWith(VerifierCreator.class)
          .disposeWith(VerifierDisposer.class);
    }
  }
}
