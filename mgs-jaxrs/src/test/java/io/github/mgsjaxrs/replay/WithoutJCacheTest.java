package io.github.mgsjaxrs.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mgsjaxrs.MgsConfigurationException;
import io.github.mgsjaxrs.SignatureAlgorithm;
import io.github.mgsjaxrs.crypto.VerificationKey;
import io.github.mgsjaxrs.keys.KeyResolver;
import io.github.mgsjaxrs.verifier.MgsVerifier;
import java.io.File;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What happens in an application that has neither JCache nor a provider on its class path. */
class WithoutJCacheTest {

  @Test
  void startsWithoutKeysOfKooGallery() throws Exception {
    assertThat(inItsOwnLoader(NoKooGallery.class)).isEqualTo("started");
  }

  @Test
  void startsWithoutAGuard() throws Exception {
    assertThat(inItsOwnLoader(NoGuard.class)).isEqualTo("started");
  }

  @Test
  void refusesToStartWithAKeyOfKooGallery() throws Exception {
    assertThat(inItsOwnLoader(KooGallery.class))
        .contains("mgs.replay.guard needs JCache")
        .contains("com.github.ben-manes.caffeine:jcache")
        .contains("mgs.replay.guard=none");
  }

  @Test
  void tellsNothingOfRequestsWhoseKeyCameLater() throws Exception {
    assertThat(inItsOwnLoader(OwnResolver.class)).contains("mgs.replay.guard needs JCache");
  }

  /** A signed backend, as most are. */
  public static final class NoKooGallery implements Supplier<String> {
    @Override
    public String get() {
      MgsVerifier.builder().salt("backend", SignatureAlgorithm.MD5, "a salt").build().close();
      return "started";
    }
  }

  /** A seller who lets requests be sent again. */
  public static final class NoGuard implements Supplier<String> {
    @Override
    public String get() {
      MgsVerifier.builder()
          .secret("koogallery", SignatureAlgorithm.KOOGALLERY, "test-access-key")
          .replay(ReplaySettings.DEFAULT.withGuarded(Set.of()))
          .build()
          .close();
      return "started";
    }
  }

  /** A seller who has forgotten the cache. */
  public static final class KooGallery implements Supplier<String> {
    @Override
    public String get() {
      try {
        MgsVerifier.builder()
            .secret("koogallery", SignatureAlgorithm.KOOGALLERY, "test-access-key")
            .build();
        return "started";
      } catch (MgsConfigurationException refused) {
        return refused.getMessage();
      }
    }
  }

  /** A seller whose keys nobody knows before a request comes. */
  public static final class OwnResolver implements Supplier<String> {
    @Override
    public String get() {
      KeyResolver resolver = id -> Optional.<VerificationKey>empty();
      try (MgsVerifier verifier = MgsVerifier.builder().keys(resolver).build()) {
        verifier.replayGuard().isFirst(ReplayScope.KOOGALLERY_V2, ReplayToken.of("nonce", "n"));
        return "admitted";
      } catch (MgsConfigurationException refused) {
        return refused.getMessage();
      }
    }
  }

  private static String inItsOwnLoader(Class<? extends Supplier<String>> application)
      throws Exception {
    List<String> classPath =
        Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
            .filter(entry -> !entry.contains("cache"))
            .toList();
    URL[] urls = new URL[classPath.size()];
    for (int i = 0; i < urls.length; i++) {
      urls[i] = Path.of(classPath.get(i)).toUri().toURL();
    }
    try (URLClassLoader loader = new URLClassLoader(urls, ClassLoader.getPlatformClassLoader())) {
      Object started =
          loader.loadClass(application.getName()).getDeclaredConstructor().newInstance();
      assertThat(started.getClass()).isNotSameAs(application);
      return (String) ((Supplier<?>) started).get();
    }
  }
}
