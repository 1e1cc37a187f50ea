package io.github.mgsjaxrs.cdi;

import io.github.mgsjaxrs.MgsVerifier;
import io.github.mgsjaxrs.cdi.observability.HealthBeans;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Default;
import jakarta.enterprise.inject.spi.AfterBeanDiscovery;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeforeBeanDiscovery;
import jakarta.enterprise.inject.spi.Extension;
import jakarta.enterprise.inject.spi.ProcessBean;

/**
 * Adds the configured verifier as a bean where the application has none of its own, on containers
 * with CDI Full (Weld, OpenWebBeans). On others {@link DefaultVerifierBuildExtension} does the
 * same.
 *
 * <p>A producer in a bean archive could not step back: beside an application's own bean it would be
 * ambiguous, and as an alternative it would win.
 */
public class DefaultVerifierExtension implements Extension {

  private boolean applicationHasItsOwn;

  /** Called by the container. */
  public DefaultVerifierExtension() {}

  void addReadiness(@Observes BeforeBeanDiscovery beans) {
    HealthBeans.add(beans);
  }

  void look(@Observes ProcessBean<?> found) {
    Bean<?> bean = found.getBean();
    if (bean.getTypes().contains(MgsVerifier.class)
        && bean.getQualifiers().contains(Default.Literal.INSTANCE)) {
      applicationHasItsOwn = true;
    }
  }

  void addDefault(@Observes AfterBeanDiscovery beans) {
    if (applicationHasItsOwn) {
      return;
    }
    beans
        .<MgsVerifier>addBean()
        .types(MgsVerifier.class, Object.class)
        .scope(ApplicationScoped.class)
        .produceWith(VerifierFromConfig::create)
        .disposeWith((verifier, instances) -> verifier.close());
  }
}
