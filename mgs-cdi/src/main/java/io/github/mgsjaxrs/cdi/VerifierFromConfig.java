package io.github.mgsjaxrs.cdi;

import io.github.mgsjaxrs.MgsConfigurationException;
import io.github.mgsjaxrs.cdi.observability.KeyReloads;
import io.github.mgsjaxrs.keys.KeyResolver;
import io.github.mgsjaxrs.settings.SettingSource;
import io.github.mgsjaxrs.verifier.MgsConfiguration;
import io.github.mgsjaxrs.verifier.MgsVerifier;
import jakarta.enterprise.inject.Instance;
import java.util.Set;

/**
 * Builds the verifier that configuration asks for, with the application's own keys if it has any.
 */
final class VerifierFromConfig {

  private static final System.Logger LOG = System.getLogger("io.github.mgsjaxrs.cdi");

  private VerifierFromConfig() {}

  static MgsVerifier create(Instance<Object> beans) {
    return create(beans, settings());
  }

  static MgsVerifier create(Instance<Object> beans, SettingSource settings) {
    Instance<KeyResolver> resolvers = beans.select(KeyResolver.class);
    if (resolvers.isAmbiguous()) {
      throw new MgsConfigurationException(
          "There are several beans of type KeyResolver, and only one can be the source of keys: keep"
              + " one with the default qualifier");
    }
    if (resolvers.isUnsatisfied()) {
      return ReplayBeans.guarded(MgsConfiguration.builder(settings), beans)
          .reloadListener(KeyReloads.listener(beans))
          .build();
    }
    SettingsWithoutKeys withoutKeys = new SettingsWithoutKeys(settings);
    Set<String> unused = withoutKeys.unused();
    if (!unused.isEmpty()) {
      LOG.log(
          System.Logger.Level.WARNING,
          "The keys come from the application''s bean of type KeyResolver: {0} have no effect",
          unused);
    }
    return ReplayBeans.guarded(MgsConfiguration.builder(withoutKeys), beans)
        .keys(resolvers.get())
        .build();
  }

  /** The settings of the module that the current thread works for. */
  static SettingSource settings() {
    try {
      return ConfigSettings.ofApplication();
    } catch (NoClassDefFoundError noApi) {
      throw ConfigMissing.because(noApi);
    }
  }
}
