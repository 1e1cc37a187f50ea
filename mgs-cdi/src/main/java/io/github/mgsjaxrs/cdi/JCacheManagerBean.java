package io.github.mgsjaxrs.cdi;

import io.github.mgsjaxrs.MgsConfigurationException;
import io.github.mgsjaxrs.replay.JCacheReplayGuard;
import io.github.mgsjaxrs.replay.ReplayGuards;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.spi.CDI;
import javax.cache.CacheManager;
import org.jspecify.annotations.Nullable;

/** The application's cache manager; a class of its own, as it needs JCache to be loaded. */
final class JCacheManagerBean {

  private JCacheManagerBean() {}

  static @Nullable ReplayGuards find() {
    Instance<CacheManager> managers = CDI.current().select(CacheManager.class);
    if (managers.isUnsatisfied()) {
      return null;
    }
    if (managers.isAmbiguous()) {
      throw new MgsConfigurationException(
          "There are several beans of type javax.cache.CacheManager, and one can remember requests:"
              + " keep one with the default qualifier, or set mgs.replay.provider");
    }
    CacheManager manager = managers.get();
    return manager == null ? null : JCacheReplayGuard.in(manager);
  }
}
