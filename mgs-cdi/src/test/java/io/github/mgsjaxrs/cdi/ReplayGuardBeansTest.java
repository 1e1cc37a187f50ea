package io.github.mgsjaxrs.cdi;

import static io.github.mgsjaxrs.cdi.Application.settings;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.benmanes.caffeine.jcache.spi.CaffeineCachingProvider;
import io.github.mgsjaxrs.replay.ReplayGuard;
import io.github.mgsjaxrs.replay.ReplayScope;
import io.github.mgsjaxrs.replay.ReplayToken;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.cache.CacheManager;
import org.junit.jupiter.api.Test;

class ReplayGuardBeansTest {

  private static final Map<String, String> SETTINGS =
      settings(
          "mgs.keys.koogallery.algorithm", "KOOGALLERY",
          "mgs.keys.koogallery.secret", "test-access-key",
          "mgs.replay.cache", "beans");
  private static final String TOKEN = ReplayToken.of("nonce", "n");

  @ApplicationScoped
  static class OwnGuard implements ReplayGuard {

    private final Set<String> seen = ConcurrentHashMap.newKeySet();

    @Override
    public boolean isFirst(ReplayScope scope, String token) {
      return seen.add(scope.word() + ' ' + token);
    }

    Set<String> seen() {
      return Set.copyOf(seen);
    }
  }

  @ApplicationScoped
  static class OwnManager {

    private final CaffeineCachingProvider provider = new CaffeineCachingProvider();

    @Produces
    CacheManager manager() {
      return provider.getCacheManager();
    }

    @PreDestroy
    void close() {
      provider.close();
    }
  }

  @Test
  void remembersInTheApplicationsOwnGuard() {
    try (Application application = Application.start(SETTINGS, OwnGuard.class)) {
      assertThat(isFirst(application)).isTrue();
      assertThat(isFirst(application)).isFalse();
      assertThat(application.container().select(OwnGuard.class).get().seen())
          .containsExactly("koogallery-v2 " + TOKEN);
    }
  }

  @Test
  void remembersInTheApplicationsOwnCacheManager() {
    try (Application application = Application.start(SETTINGS, OwnManager.class)) {
      assertThat(isFirst(application)).isTrue();
      assertThat(isFirst(application)).isFalse();
      CacheManager own = application.container().select(CacheManager.class).get();
      assertThat(own.getCache("beans.koogallery-v2").containsKey(TOKEN)).isTrue();
    }
  }

  @Test
  void remembersInTheOnlyProviderThereIsOtherwise() {
    try (Application application = Application.start(SETTINGS)) {
      assertThat(isFirst(application)).isTrue();
      assertThat(isFirst(application)).isFalse();
    }
  }

  @Test
  void takesTheProviderThatTheSettingsNameAllTheSame() {
    Map<String, String> named =
        settings("mgs.replay.provider", CaffeineCachingProvider.class.getName());
    named.putAll(SETTINGS);
    try (Application application = Application.start(named, OwnManager.class)) {
      assertThat(isFirst(application)).isTrue();
      CacheManager own = application.container().select(CacheManager.class).get();
      assertThat(own.getCacheNames()).isEmpty();
    }
  }

  private static boolean isFirst(Application application) {
    return application.verifier().replayGuard().isFirst(ReplayScope.KOOGALLERY_V2, TOKEN);
  }
}
