package io.github.mgsjaxrs.tomee;

import io.github.mgsjaxrs.conformance.war.WarFile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/**
 * An enterprise archive that has the libraries of its web applications in {@code lib}.
 *
 * @param name the file's name without its ending
 * @param settings of the archive, which stand in a library of their own
 * @param wars its web applications, with settings of their own; the name of each is its context
 *     path
 */
record EarFile(String name, Map<String, String> settings, List<WarFile> wars) {

  private static final String LIBRARIES = "WEB-INF/lib/";

  /** Writes the archive, and its web applications into a folder for what is not needed later. */
  void writeTo(Path folder, Path temporary) throws IOException {
    Set<String> libraries = new HashSet<>();
    try (ZipOutputStream ear =
        new ZipOutputStream(Files.newOutputStream(folder.resolve(name + ".ear")))) {
      ear.putNextEntry(new ZipEntry("lib/settings.jar"));
      ear.write(settingsJar());
      for (WarFile war : wars) {
        Path whole = war.writeTo(temporary);
        Path slim = temporary.resolve("slim-" + whole.getFileName());
        try (ZipInputStream entries = new ZipInputStream(Files.newInputStream(whole));
            ZipOutputStream rest = new ZipOutputStream(Files.newOutputStream(slim))) {
          for (ZipEntry entry = entries.getNextEntry();
              entry != null;
              entry = entries.getNextEntry()) {
            if (!entry.getName().startsWith(LIBRARIES)) {
              rest.putNextEntry(new ZipEntry(entry.getName()));
              entries.transferTo(rest);
            } else if (libraries.add(entry.getName())) {
              ear.putNextEntry(
                  new ZipEntry("lib/" + entry.getName().substring(LIBRARIES.length())));
              entries.transferTo(ear);
            }
          }
        }
        ear.putNextEntry(new ZipEntry(whole.getFileName().toString()));
        Files.copy(slim, ear);
      }
    }
  }

  private byte[] settingsJar() throws IOException {
    Properties properties = new Properties();
    properties.putAll(settings);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream jar = new ZipOutputStream(bytes)) {
      jar.putNextEntry(new ZipEntry("META-INF/microprofile-config.properties"));
      properties.store(jar, null);
    }
    return bytes.toByteArray();
  }
}
