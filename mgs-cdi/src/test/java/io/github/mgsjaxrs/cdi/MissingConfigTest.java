package io.github.mgsjaxrs.cdi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.mgsjaxrs.MgsConfigurationException;
import java.io.File;
import java.lang.reflect.InvocationTargetException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MissingConfigTest {

  /** What a deployment without MicroProfile Config, or with its API alone, tells its operator. */
  @ParameterizedTest
  @ValueSource(strings = {"microprofile-config-api", "smallrye-config"})
  void stopsTheStartAndNamesTheDependency(String missing) throws Exception {
    Throwable stopped = catchThrowable(() -> startWithout(List.of(missing, "smallrye-config")));
    assertThat(stopped).isNotNull();
    assertThat(stopped)
        .hasStackTraceContaining(MgsConfigurationException.class.getName())
        .hasStackTraceContaining("MicroProfile Config is not there")
        .hasStackTraceContaining("io.smallrye.config:smallrye-config");
  }

  private static void startWithout(List<String> jars) throws Throwable {
    URL[] rest =
        Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
            .map(Path::of)
            .filter(entry -> jars.stream().noneMatch(entry.getFileName().toString()::startsWith))
            .map(MissingConfigTest::url)
            .toArray(URL[]::new);
    ClassLoader before = Thread.currentThread().getContextClassLoader();
    try (URLClassLoader loader = new URLClassLoader(rest, ClassLoader.getPlatformClassLoader())) {
      Thread.currentThread().setContextClassLoader(loader);
      Class<?> initializer =
          loader.loadClass("jakarta.enterprise.inject.se.SeContainerInitializer");
      Object container =
          initializer
              .getMethod("initialize")
              .invoke(initializer.getMethod("newInstance").invoke(null));
      ((AutoCloseable) container).close();
    } catch (InvocationTargetException thrown) {
      throw thrown.getCause();
    } finally {
      Thread.currentThread().setContextClassLoader(before);
    }
  }

  private static URL url(Path entry) {
    try {
      return entry.toUri().toURL();
    } catch (java.net.MalformedURLException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
