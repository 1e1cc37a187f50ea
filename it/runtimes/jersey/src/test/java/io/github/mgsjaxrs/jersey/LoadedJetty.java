package io.github.mgsjaxrs.jersey;

import io.github.mgsjaxrs.conformance.suite.LoadCase;
import io.github.mgsjaxrs.conformance.suite.LoadTarget;
import io.github.mgsjaxrs.conformance.vectors.GatewayKey;
import io.github.mgsjaxrs.settings.SettingSource;
import io.github.mgsjaxrs.verifier.MgsConfiguration;
import io.github.mgsjaxrs.verifier.MgsVerifierBuilder;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.Set;

/** The echo application and more on Jersey in a servlet container, in a process of its own. */
final class LoadedJetty implements LoadTarget {

  /** One waits for each client that sends slowly. */
  private static final int THREADS = 220;

  @Override
  public List<String> command(List<String> jvm, Path settings) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(jvm);
    command.addAll(
        List.of(
            "-cp",
            System.getProperty("java.class.path"),
            LoadedJetty.class.getName(),
            settings.toString()));
    return command;
  }

  @Override
  public List<LoadCase> more(GatewayKey key) {
    return LoadWays.cases(key);
  }

  /**
   * Serves until the process is ended.
   *
   * @param arguments the settings' file
   */
  public static void main(String[] arguments) throws Exception {
    Properties settings = new Properties();
    try (Reader reader = Files.newBufferedReader(Path.of(arguments[0]), StandardCharsets.UTF_8)) {
      settings.load(reader);
    }
    JettyServer server =
        JettyServer.of(
                () -> verifier(settings),
                () -> GrizzlyServer.echoApplication().register(LoadWays.class))
            .threads(THREADS)
            .initializedByTheLibrary();
    System.out.println("http://127.0.0.1:" + server.start() + "/");
    Thread.currentThread().join();
  }

  private static MgsVerifierBuilder verifier(Properties settings) {
    return MgsConfiguration.builder(
        new SettingSource() {
          @Override
          public Set<String> names() {
            return settings.stringPropertyNames();
          }

          @Override
          public String value(String name) {
            return settings.getProperty(name);
          }
        });
  }
}
