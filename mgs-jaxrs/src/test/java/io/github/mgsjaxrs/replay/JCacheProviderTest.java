package io.github.mgsjaxrs.replay;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.benmanes.caffeine.jcache.spi.CaffeineCachingProvider;
import io.github.mgsjaxrs.MgsConfigurationException;
import io.github.mgsjaxrs.SignatureAlgorithm;
import io.github.mgsjaxrs.verifier.MgsVerifier;
import io.github.mgsjaxrs.verifier.MgsVerifierBuilder;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.cache.CacheManager;
import javax.cache.Caching;
import javax.cache.configuration.MutableConfiguration;
import javax.cache.spi.CachingProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each test is an application of its own: JCache keeps the providers of a class loader apart. */
class JCacheProviderTest {

  private static final String SERVICES = "META-INF/services/" + CachingProvider.class.getName();
  private static final String CAFFEINE = CaffeineCachingProvider.class.getName();
  private static final String TOKEN = ReplayToken.of("nonce", "n");

  @TempDir Path folder;

  @Test
  void startsWithTheOnlyProviderThereIs() throws Exception {
    inApplication(
        List.of(CAFFEINE),
        loader -> {
          try (MgsVerifier verifier = kooGallery().build()) {
            assertThat(isFirst(verifier)).isTrue();
            assertThat(isFirst(verifier)).isFalse();
            assertThat(manager(loader).getCacheNames()).containsExactly("mgs-replay.koogallery-v2");
          }
        });
  }

  @Test
  void refusesToStartWithoutAProvider() throws Exception {
    inApplication(
        List.of(),
        loader ->
            assertThatThrownBy(() -> kooGallery().build())
                .isInstanceOf(MgsConfigurationException.class)
                .hasMessageContaining("mgs.replay.guard")
                .hasMessageContaining("com.github.ben-manes.caffeine:jcache"));
  }

  @Test
  void refusesToChooseAmongSeveral() throws Exception {
    inApplication(
        List.of(UnreachableProvider.class.getName(), CAFFEINE),
        loader -> {
          assertThatThrownBy(() -> kooGallery().build())
              .isInstanceOf(MgsConfigurationException.class)
              .hasMessageContaining("mgs.replay.provider")
              .hasMessageContaining(CAFFEINE + ", " + UnreachableProvider.class.getName());
          ReplaySettings named = ReplaySettings.DEFAULT.withProvider(CAFFEINE);
          try (MgsVerifier verifier = kooGallery().replay(named).build()) {
            assertThat(isFirst(verifier)).isTrue();
          }
        });
  }

  @Test
  void refusesAProviderThatIsNone() {
    ReplaySettings named = ReplaySettings.DEFAULT.withProvider("com.example.Cache");

    assertThatThrownBy(() -> kooGallery().replay(named).build())
        .isInstanceOf(MgsConfigurationException.class)
        .hasMessageContaining("mgs.replay.provider is 'com.example.Cache'");
  }

  @Test
  void startsWhileTheClusterCannotBeReachedAndTellsNothingOfItsRequests() {
    ReplaySettings named = ReplaySettings.DEFAULT.withProvider(UnreachableProvider.class.getName());

    try (MgsVerifier verifier = kooGallery().replay(named).build()) {
      assertThatThrownBy(() -> isFirst(verifier))
          .isInstanceOf(ReplayUnavailableException.class)
          .hasMessageContaining("no member of the cluster answers")
          .hasMessageContaining("mgs.replay.uri");
    }
  }

  @Test
  void asksForNoProviderWhereNothingIsGuarded() throws Exception {
    inApplication(
        List.of(),
        loader -> {
          kooGallery().replay(ReplaySettings.DEFAULT.withGuarded(Set.of())).build().close();
          MgsVerifier.builder().salt("backend", SignatureAlgorithm.MD5, "a salt").build().close();
        });
  }

  @Test
  void asksForAProviderAtTheStartWhereCallsOfClientsAreGuarded() throws Exception {
    ReplaySettings rpc = ReplaySettings.DEFAULT.withGuarded(Set.of(ReplayScope.RPC));

    inApplication(
        List.of(),
        loader ->
            assertThatThrownBy(
                    () ->
                        MgsVerifier.builder()
                            .secret("app", SignatureAlgorithm.RPC_MD5, "a secret")
                            .replay(rpc)
                            .build())
                .isInstanceOf(MgsConfigurationException.class)
                .hasMessageContaining("mgs.replay.guard"));
  }

  @Test
  void closesTheManagerWithItsLastVerifier() throws Exception {
    inApplication(
        List.of(CAFFEINE),
        loader -> {
          MgsVerifier first = kooGallery().build();
          MgsVerifier second = kooGallery().build();
          CacheManager manager = manager(loader);

          assertThat(isFirst(first)).isTrue();
          assertThat(isFirst(second)).isFalse();
          first.close();
          first.close();
          assertThat(manager.isClosed()).isFalse();
          assertThat(isFirst(second)).isFalse();
          second.close();
          assertThat(manager.isClosed()).isTrue();
          assertThatThrownBy(() -> isFirst(second)).isInstanceOf(ReplayUnavailableException.class);
        });
  }

  @Test
  void leavesAManagerOpenThatTheApplicationUsesToo() throws Exception {
    inApplication(
        List.of(CAFFEINE),
        loader -> {
          MgsVerifier verifier = kooGallery().build();
          CacheManager manager = manager(loader);
          manager.createCache("prices", new MutableConfiguration<>());
          verifier.close();
          assertThat(manager.isClosed()).isFalse();

          kooGallery().build().close();
          assertThat(manager.isClosed()).isFalse();
          manager.close();
        });
  }

  @Test
  void closesTheManagerWhereTheSettingsAreWrong() throws Exception {
    inApplication(
        List.of(CAFFEINE),
        loader -> {
          CacheManager manager = manager(loader);
          assertThatThrownBy(() -> JCacheReplayGuard.ofProvider(ReplaySettings.DEFAULT, Map.of()))
              .isInstanceOf(MgsConfigurationException.class)
              .hasMessageContaining("No window is known for koogallery-v2");
          assertThat(manager.isClosed()).isTrue();
        });
  }

  @Test
  void saysWhichCachesItOpensBeforeItWaitsForThem() {
    ReplaySettings named = ReplaySettings.DEFAULT.withProvider(UnreachableProvider.class.getName());

    try (LogLines log = new LogLines(JCacheReplayGuard.class);
        MgsVerifier verifier = kooGallery().replay(named).build()) {
      assertThat(log.lines())
          .startsWith(
              "INFO Opens the caches mgs-replay.* of "
                  + UnreachableProvider.class.getName()
                  + ", to remember requests that are served once");
    }
  }

  @Test
  void staysClosedWhereTheApplicationClosedTheManager() throws Exception {
    inApplication(
        List.of(CAFFEINE),
        loader -> {
          try (MgsVerifier verifier = kooGallery().build()) {
            manager(loader).close();
            assertThatThrownBy(() -> isFirst(verifier))
                .isInstanceOf(ReplayUnavailableException.class);
          }
        });
  }

  private static MgsVerifierBuilder kooGallery() {
    return MgsVerifier.builder()
        .secret("koogallery", SignatureAlgorithm.KOOGALLERY, "test-access-key");
  }

  private static boolean isFirst(MgsVerifier verifier) {
    return verifier.replayGuard().isFirst(ReplayScope.KOOGALLERY_V2, TOKEN);
  }

  private static CacheManager manager(ClassLoader loader) {
    CachingProvider provider = Caching.getCachingProvider(CAFFEINE, loader);
    return provider.getCacheManager(null, provider.getDefaultClassLoader());
  }

  private interface Application {
    void run(ClassLoader loader) throws Exception;
  }

  /** Runs an application on whose class path these providers are. */
  private void inApplication(List<String> providers, Application application) throws Exception {
    Path services = folder.resolve(SERVICES);
    Files.createDirectories(services.getParent());
    Files.writeString(services, String.join("\n", providers), UTF_8);
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    try (URLClassLoader loader = new OnlyTheseProviders(folder.toUri().toURL())) {
      thread.setContextClassLoader(loader);
      application.run(loader);
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  /** Its parent's classes, but not the providers that these name. */
  private static final class OnlyTheseProviders extends URLClassLoader {

    OnlyTheseProviders(URL folder) {
      super(new URL[] {folder}, JCacheProviderTest.class.getClassLoader());
    }

    @Override
    public Enumeration<URL> getResources(String name) throws java.io.IOException {
      return name.equals(SERVICES) ? findResources(name) : super.getResources(name);
    }
  }
}
