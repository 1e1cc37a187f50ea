package io.github.mgsjaxrs.conformance.generator;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes what the suite has by the dozen, and nobody would keep alike by hand. */
public final class GeneratedSources {

  private GeneratedSources() {}

  /**
   * Writes all sources.
   *
   * @param arguments the folder of the sources by hand, and that of the generated ones
   * @throws IOException if it cannot
   */
  public static void main(String[] arguments) throws IOException {
    Path generated = Path.of(arguments[1]);
    HostileApplication.write(generated);
    SchemeResources.write(Path.of(arguments[0]), generated);
  }

  /** Leaves a file that has this text already, so that the compiler finds nothing changed. */
  static void write(Path file, CharSequence text) throws IOException {
    Files.createDirectories(file.getParent());
    if (!Files.exists(file) || !Files.readString(file).contentEquals(text)) {
      Files.writeString(file, text);
    }
  }
}
