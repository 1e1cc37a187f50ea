package io.github.mgsjaxrs.cdi;

import io.github.mgsjaxrs.MgsConfigurationException;
import io.github.mgsjaxrs.cdi.observability.HealthBeans;
import io.github.mgsjaxrs.settings.SettingSource;
import io.github.mgsjaxrs.verifier.MgsVerifier;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Default;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.spi.AfterBeanDiscovery;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeforeBeanDiscovery;
import jakarta.enterprise.inject.spi.Extension;
import jakarta.enterprise.inject.spi.ProcessBean;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

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
  private final Map<ClassLoader, ModuleSettings> built = new ConcurrentHashMap<>();

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
        .id(BeanIds.of(MgsVerifier.class))
        .types(MgsVerifier.class, Object.class)
        .scope(ApplicationScoped.class)
        .produceWith(this::create)
        .disposeWith((verifier, instances) -> verifier.close());
  }

  private MgsVerifier create(Instance<Object> beans) {
    SettingSource settings = VerifierFromConfig.settings();
    MgsVerifier verifier = VerifierFromConfig.create(beans, settings);
    built.put(module(), new ModuleSettings(settings));
    return verifier;
  }

  /**
   * Refuses the module that the current thread works for, if its settings are not those that the
   * verifier was built from: its own where one was built for it, else those of all that were.
   *
   * @throws MgsConfigurationException if they differ
   */
  void requireSameSettings() {
    ModuleSettings own = built.get(module());
    Collection<ModuleSettings> known = own == null ? built.values() : List.of(own);
    known.forEach(settings -> settings.requireSame(VerifierFromConfig.settings()));
  }

  private static ClassLoader module() {
    ClassLoader ofThread = Thread.currentThread().getContextClassLoader();
    return ofThread == null ? DefaultVerifierExtension.class.getClassLoader() : ofThread;
  }
}
