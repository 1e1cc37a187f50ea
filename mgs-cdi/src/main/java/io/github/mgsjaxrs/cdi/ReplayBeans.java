package io.github.mgsjaxrs.cdi;

import io.github.mgsjaxrs.MgsConfigurationException;
import io.github.mgsjaxrs.replay.ReplayGuard;
import io.github.mgsjaxrs.replay.ReplayGuards;
import io.github.mgsjaxrs.replay.ReplaySettings;
import io.github.mgsjaxrs.verifier.MgsVerifierBuilder;
import jakarta.enterprise.inject.Instance;
import org.jspecify.annotations.Nullable;

/** Where an application with CDI remembers requests: in beans of its own, if it has any. */
final class ReplayBeans {

  private ReplayBeans() {}

  static MgsVerifierBuilder guarded(MgsVerifierBuilder builder, Instance<Object> beans) {
    Instance<ReplayGuard> guards = beans.select(ReplayGuard.class);
    if (guards.isAmbiguous()) {
      throw new MgsConfigurationException(
          "There are several beans of type ReplayGuard, and only one can remember requests: keep one"
              + " with the default qualifier");
    }
    if (!guards.isUnsatisfied()) {
      return builder.replayGuard(guards.get());
    }
    ReplayGuards ofProvider = ReplayGuards.ofProvider();
    return builder.replayGuards(
        (settings, windows) -> {
          ReplayGuards ofBean = ofBean(settings);
          return (ofBean == null ? ofProvider : ofBean).with(settings, windows);
        });
  }

  /** Null where there is no such bean, or the settings name another place. */
  private static @Nullable ReplayGuards ofBean(ReplaySettings settings) {
    if (settings.provider() != null || settings.uri() != null) {
      return null;
    }
    try {
      return JCacheManagerBean.find();
    } catch (NoClassDefFoundError noJCache) {
      return null;
    }
  }
}
