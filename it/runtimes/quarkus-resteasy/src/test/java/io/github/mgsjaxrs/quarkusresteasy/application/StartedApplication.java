package io.github.mgsjaxrs.quarkusresteasy.application;

import io.github.mgsjaxrs.conformance.suite.Endpoint;
import io.github.mgsjaxrs.conformance.war.WarFile;
import io.quarkus.bootstrap.app.CuratedApplication;
import io.quarkus.bootstrap.app.QuarkusBootstrap;
import io.quarkus.bootstrap.app.RunningQuarkusApplication;
import io.quarkus.bootstrap.model.ApplicationModel;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.Properties;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/**
 * An application that is built by Quarkus and started in this process, from the classes and the
 * settings of a web application: {@code @QuarkusTest} knows only one set of classes for a module.
 */
final class StartedApplication implements AutoCloseable {

  private static final Path FOLDER = Path.of("target", "applications").toAbsolutePath();
  private static final String CLASSES = "WEB-INF/classes/";

  /** What this module depends on, looked up once. */
  private static @Nullable ApplicationModel dependencies;

  private final CuratedApplication built;
  private final RunningQuarkusApplication running;
  private final String base;

  private StartedApplication(
      CuratedApplication built, RunningQuarkusApplication running, String base) {
    this.built = built;
    this.running = running;
    this.base = base;
  }

  /**
   * Builds and starts an application.
   *
   * @param war its classes and settings
   * @param base its path
   * @return to be closed
   * @throws Exception if it is not built or not started
   */
  static StartedApplication of(WarFile war, String base) throws Exception {
    Properties properties = new Properties();
    properties.setProperty("quarkus.http.host", "127.0.0.1");
    properties.setProperty("quarkus.http.test-port", "0");
    properties.setProperty("quarkus.http.root-path", base);
    CuratedApplication built =
        QuarkusBootstrap.builder()
            .setApplicationRoot(unpacked(war.writeTo(FOLDER)))
            .setProjectRoot(Path.of("").toAbsolutePath())
            .setTargetDirectory(FOLDER)
            .setMode(QuarkusBootstrap.Mode.TEST)
            .setTest(true)
            .setFlatClassPath(true)
            .setBuildSystemProperties(properties)
            .setRuntimeProperties(properties)
            .setBaseClassLoader(StartedApplication.class.getClassLoader())
            .setExistingModel(dependencies)
            .build()
            .bootstrap();
    dependencies = built.getApplicationModel();
    try {
      RunningQuarkusApplication running =
          built.createAugmentor().createInitialRuntimeApplication().run();
      return new StartedApplication(built, running, base);
    } catch (Exception | Error notStarted) {
      built.close();
      throw notStarted;
    }
  }

  private static Path unpacked(Path war) throws IOException {
    String name = war.getFileName().toString();
    Path root = FOLDER.resolve(name.substring(0, name.lastIndexOf('.')));
    try (ZipFile zip = new ZipFile(war.toFile())) {
      Enumeration<? extends ZipEntry> entries = zip.entries();
      while (entries.hasMoreElements()) {
        ZipEntry entry = entries.nextElement();
        if (entry.getName().startsWith(CLASSES) && !entry.isDirectory()) {
          Path file = root.resolve(entry.getName().substring(CLASSES.length()));
          Files.createDirectories(file.getParent());
          try (InputStream content = zip.getInputStream(entry)) {
            Files.write(file, content.readAllBytes());
          }
        }
      }
    }
    return root;
  }

  Endpoint endpoint() {
    int port = running.getConfigValue("quarkus.http.test-port", Integer.class).orElseThrow();
    return new Endpoint("127.0.0.1", port, base);
  }

  @Override
  public void close() throws Exception {
    try (built) {
      running.close();
    }
  }
}
