package io.github.mgsjaxrs.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mgsjaxrs.SignatureAlgorithm;
import io.github.mgsjaxrs.verifier.MgsVerifier;
import java.io.File;
import java.lang.ref.WeakReference;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/** An application with library and cache in its own class loader, deployed and undeployed. */
@Isolated // threads that others start meanwhile would count
class JCacheRedeployTest {

  /** What the application does. */
  public static final class Guarding implements Supplier<Boolean> {
    @Override
    public Boolean get() {
      try (MgsVerifier verifier =
          MgsVerifier.builder()
              .secret("koogallery", SignatureAlgorithm.KOOGALLERY, "test-access-key")
              .build()) {
        for (int i = 0; i < 100; i++) {
          verifier
              .replayGuard()
              .isFirst(ReplayScope.KOOGALLERY_V2, ReplayToken.of("nonce", "n" + i));
        }
        return verifier
            .replayGuard()
            .isFirst(ReplayScope.KOOGALLERY_V2, ReplayToken.of("nonce", "n1"));
      }
    }
  }

  @Test
  void keepsNothingOfAnApplicationThatEnded() throws Exception {
    // whatever the JVM starts once for all may keep the first one
    deployed();
    List<WeakReference<ClassLoader>> ended = List.of(deployed(), deployed());

    long deadline = System.nanoTime() + TimeUnit.MINUTES.toNanos(1);
    while (ended.stream().anyMatch(loader -> loader.get() != null)) {
      assertThat(System.nanoTime()).as("a class loader is still there").isLessThan(deadline);
      System.gc();
      Thread.sleep(50);
    }
  }

  private static WeakReference<ClassLoader> deployed() throws Exception {
    URL[] classPath =
        Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
            .map(JCacheRedeployTest::url)
            .toArray(URL[]::new);
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    try (URLClassLoader loader =
        new URLClassLoader(classPath, ClassLoader.getPlatformClassLoader())) {
      thread.setContextClassLoader(loader);
      Object application =
          loader.loadClass(Guarding.class.getName()).getDeclaredConstructor().newInstance();
      assertThat(((Supplier<?>) application).get()).isEqualTo(false);
      return new WeakReference<>(loader);
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  private static URL url(String entry) {
    try {
      return Path.of(entry).toUri().toURL();
    } catch (java.net.MalformedURLException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
