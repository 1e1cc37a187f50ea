package io.github.mgsjaxrs.internal.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.ref.Cleaner;
import java.lang.ref.Reference;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What the thread of a cleaner holds of the application that asked for it first. */
class CleanerThreadTest {

  @Test
  void holdsNoClassLoaderOfAnApplicationAndKeepsNoJvmRunning() throws Exception {
    Set<Thread> before = new HashSet<>(Thread.getAllStackTraces().keySet());
    ClassLoader previous = Thread.currentThread().getContextClassLoader();
    try (URLClassLoader application = new URLClassLoader(new URL[0], previous)) {
      Thread.currentThread().setContextClassLoader(application);
      Cleaner cleaner = TemporaryFiles.cleaner();
      assertThat(Thread.getAllStackTraces().keySet())
          .filteredOn(thread -> !before.contains(thread))
          .isNotEmpty()
          .allMatch(Thread::isDaemon)
          .noneMatch(thread -> thread.getContextClassLoader() == application);
      Reference.reachabilityFence(cleaner);
    } finally {
      Thread.currentThread().setContextClassLoader(previous);
    }
  }
}
