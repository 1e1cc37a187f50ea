package io.github.mgsjaxrs.quarkusrest.start;

import io.github.mgsjaxrs.conformance.suite.Endpoint;
import io.quarkus.bootstrap.app.CuratedApplication;
import io.quarkus.bootstrap.app.QuarkusBootstrap;
import io.quarkus.bootstrap.app.RunningQuarkusApplication;
import io.quarkus.bootstrap.classloading.ClassPathElement;
import io.quarkus.bootstrap.classloading.QuarkusClassLoader;
import java.io.InputStream;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;

/**
 * An application of a few classes, built and started as Quarkus does it for tests. Nothing of this
 * module is in it: only the given classes, and the libraries.
 */
final class StartedApplication implements AutoCloseable {

  private static final Path PROJECT = Path.of("").toAbsolutePath();
  private static final List<Path> OF_THIS_MODULE =
      List.of(PROJECT.resolve("target/classes"), PROJECT.resolve("target/test-classes"));

  private final CuratedApplication built;
  private final RunningQuarkusApplication running;

  private StartedApplication(CuratedApplication built, RunningQuarkusApplication running) {
    this.built = built;
    this.running = running;
  }

  /**
   * Builds and starts.
   *
   * @param folder an empty folder for it
   * @param settings its {@code application.properties}
   * @param classes its classes
   * @return the running application
   * @throws Exception if Quarkus does not build or start it
   */
  static StartedApplication of(Path folder, Map<String, String> settings, List<Class<?>> classes)
      throws Exception {
    Path root = Files.createDirectories(folder.resolve("application"));
    Path build = Files.createDirectories(folder.resolve("build"));
    copy(classes, root);
    copy(List.of(ReloadableClasses.class), build);
    write(settings, root);
    QuarkusClassLoader.Builder base =
        QuarkusClassLoader.builder(
            "without this module", StartedApplication.class.getClassLoader(), false);
    QuarkusBootstrap.Builder application =
        QuarkusBootstrap.builder()
            .setApplicationRoot(root)
            .addAdditionalDeploymentArchive(build)
            .setMode(QuarkusBootstrap.Mode.TEST)
            .setProjectRoot(PROJECT)
            .setTargetDirectory(PROJECT.resolve("target"));
    for (Path own : OF_THIS_MODULE) {
      base.addBannedElement(ClassPathElement.fromPath(own, true));
      application.addExcludedPath(own);
    }
    ClassLoader before = Thread.currentThread().getContextClassLoader();
    CuratedApplication built = application.setBaseClassLoader(base.build()).build().bootstrap();
    try {
      return new StartedApplication(
          built,
          built
              .createAugmentor(ReloadableClasses.class.getName(), Map.of())
              .createInitialRuntimeApplication()
              .run());
    } catch (Throwable failed) {
      built.close();
      throw failed;
    } finally {
      Thread.currentThread().setContextClassLoader(before);
    }
  }

  private static void write(Map<String, String> settings, Path folder) throws Exception {
    Properties properties = new Properties();
    properties.putAll(settings);
    try (Writer writer = Files.newBufferedWriter(folder.resolve("application.properties"))) {
      properties.store(writer, null);
    }
  }

  private static void copy(List<Class<?>> classes, Path folder) throws Exception {
    for (Class<?> type : classes) {
      String name = type.getName().replace('.', '/') + ".class";
      Path file = folder.resolve(name);
      Files.createDirectories(file.getParent());
      try (InputStream in = type.getClassLoader().getResourceAsStream(name)) {
        Files.copy(Objects.requireNonNull(in, name), file);
      }
    }
  }

  Endpoint endpoint() {
    int port = running.getConfigValue("quarkus.http.test-port", Integer.class).orElseThrow();
    return new Endpoint("127.0.0.1", port, "");
  }

  @Override
  public void close() throws Exception {
    ClassLoader before = Thread.currentThread().getContextClassLoader();
    try (built;
        running) {
      Thread.currentThread().setContextClassLoader(running.getClassLoader());
    } finally {
      Thread.currentThread().setContextClassLoader(before);
    }
  }
}
