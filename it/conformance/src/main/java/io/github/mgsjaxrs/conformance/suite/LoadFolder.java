package io.github.mgsjaxrs.conformance.suite;

import io.github.mgsjaxrs.conformance.vectors.GatewayKey;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/**
 * Where one server under load has its settings, its log and its temporary files: under the module's
 * {@code target}, so on a tmpfs only where the sources lie on one.
 *
 * @param folder with settings and log
 * @param temporary its {@code mgs.temp-dir}, with nothing else in it
 */
record LoadFolder(Path folder, Path temporary) {

  static LoadFolder create() {
    try {
      Path target = Files.createDirectories(Path.of("target").toAbsolutePath());
      Path folder = Files.createTempDirectory(target, "load");
      return new LoadFolder(folder, Files.createDirectory(folder.resolve("temporary")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** One for each algorithm. */
  static List<GatewayKey> keys() {
    return SuiteKeys.ofVectors();
  }

  /** Starts a server with these keys, whose other settings are the shipped ones. */
  LoadServer start(LoadTarget target, String... jvm) {
    return start(List.of(), target, Map.of(), jvm);
  }

  /**
   * Starts a server.
   *
   * @param wrapper what starts its command, none for the command itself
   * @param target the application
   * @param more settings that are not the shipped ones
   * @param jvm options of the JVM
   */
  LoadServer start(
      List<String> wrapper, LoadTarget target, Map<String, String> more, String... jvm) {
    List<String> command = new ArrayList<>(wrapper);
    command.addAll(target.command(List.of(jvm), settings(more)));
    return LoadServer.start(command, folder);
  }

  private Path settings(Map<String, String> more) {
    Properties settings = new Properties();
    settings.put("mgs.temp-dir", temporary.toString());
    for (GatewayKey key : keys()) {
      String name = "mgs.keys.\"" + key.id() + "\".";
      settings.put(name + "algorithm", key.algorithm());
      settings.put(
          name + (key.isSalt() ? "salt" : "public-key"),
          key.isSalt() ? key.requiredSalt() : key.requiredPublicKey());
    }
    settings.putAll(more);
    Path file = folder.resolve("load.properties");
    try (Writer writer = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
      settings.store(writer, null);
      return file;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  List<String> files(LoadServer server) {
    return Footprint.filesUnder(temporary, server.pid());
  }
}
