package io.github.mgsjaxrs.keys;

import io.github.mgsjaxrs.MgsConfigurationException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * Where a file or a resource stands.
 *
 * @param text a path, relative to the working directory, or {@code classpath:} and a name
 * @param setting the setting that says so, for messages
 * @param maxBytes the most that is read
 */
record Location(String text, String setting, int maxBytes) {

  private static final String CLASSPATH = "classpath:";

  /** The file, or empty for a resource of the class path. */
  Optional<Path> file() {
    if (text.startsWith(CLASSPATH)) {
      return Optional.empty();
    }
    try {
      return Optional.of(Path.of(text));
    } catch (InvalidPathException e) {
      throw new MgsConfigurationException(
          setting + " is '" + text + "', which is no path: " + e.getReason(), e);
    }
  }

  /** The bytes: a file's as they were read before, a resource's as they are. */
  byte[] content(Map<Path, byte[]> files, ClassLoader loader) {
    Optional<Path> file = file();
    if (file.isEmpty()) {
      return resource(loader);
    }
    byte[] content = files.get(file.get());
    return content == null ? read() : content;
  }

  /** The bytes of the file, whatever its links point to now. */
  byte[] read() {
    Path path = file().orElseThrow();
    if (Files.exists(path) && !Files.isRegularFile(path)) {
      // a pipe would keep the thread that looks after the keys for good
      throw new MgsConfigurationException(
          setting
              + " is '"
              + text
              + "', which is a directory, a pipe or a device: name a file, or a link to one");
    }
    try (InputStream in = Files.newInputStream(path)) {
      return bounded(in);
    } catch (NoSuchFileException e) {
      throw new MgsConfigurationException(
          setting
              + " is '"
              + text
              + "', but there is no file "
              + path.toAbsolutePath()
              + ": correct the setting, or put the file there",
          e);
    } catch (AccessDeniedException e) {
      throw new MgsConfigurationException(
          setting
              + " is '"
              + text
              + "', which this process may not read: grant it read access to "
              + path.toAbsolutePath(),
          e);
    } catch (IOException e) {
      throw new MgsConfigurationException(
          setting + " is '" + text + "', which cannot be read: " + e.getMessage(), e);
    }
  }

  private byte[] resource(ClassLoader loader) {
    String name = text.substring(CLASSPATH.length());
    String absolute = name.startsWith("/") ? name.substring(1) : name;
    try (InputStream in = open(absolute, loader)) {
      return bounded(in);
    } catch (IOException e) {
      throw new MgsConfigurationException(
          setting + " is '" + text + "', which cannot be read: " + e.getMessage(), e);
    }
  }

  /** The application's class loader first, then the library's own. */
  private InputStream open(String name, ClassLoader loader) {
    InputStream in = loader.getResourceAsStream(name);
    if (in == null) {
      in = Location.class.getResourceAsStream("/" + name);
    }
    if (in == null) {
      throw new MgsConfigurationException(
          setting
              + " is '"
              + text
              + "', but the class path has no resource '"
              + name
              + "': correct the setting, or add the resource to the application");
    }
    return in;
  }

  private byte[] bounded(InputStream in) throws IOException {
    byte[] content = in.readNBytes(maxBytes + 1);
    if (content.length > maxBytes) {
      throw new MgsConfigurationException(
          setting + " is '" + text + "', which is longer than " + maxBytes + " bytes");
    }
    return content;
  }
}
