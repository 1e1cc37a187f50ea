package io.github.mgsjaxrs.conformance.war;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * A web application, put together from classes and libraries of the test's class path.
 *
 * <pre>{@code
 * Path war = WarFile.named("orders").classes(Orders.class)
 *     .libraries(MgsSigned.class.getName())
 *     .settings(Map.of("mgs.mode", "report"))
 *     .writeTo(Path.of("target/wars"));
 * }</pre>
 */
public final class WarFile {

  private static final String CLASSES = "WEB-INF/classes/";
  private static final String SETTINGS = "META-INF/microprofile-config.properties";

  private final String name;
  private final SortedMap<String, byte[]> entries = new TreeMap<>();

  private WarFile(String name) {
    this.name = name;
  }

  /**
   * An empty application.
   *
   * @param name the file's name without its ending, which servers take for the context path too
   * @return to be filled
   */
  public static WarFile named(String name) {
    return new WarFile(name);
  }

  /**
   * Adds classes and those nested in them.
   *
   * @param types top-level classes
   * @return this
   */
  public WarFile classes(Class<?>... types) {
    return classes(List.of(types));
  }

  /**
   * Adds classes and those nested in them.
   *
   * @param types top-level classes
   * @return this
   */
  public WarFile classes(List<Class<?>> types) {
    for (Class<?> type : types) {
      String path = type.getName().replace('.', '/');
      addMatching(type, file -> file.equals(path + ".class") || file.startsWith(path + "$"));
    }
    return this;
  }

  /**
   * Adds every class of a package.
   *
   * @param member one of its classes
   * @return this
   */
  public WarFile packageOf(Class<?> member) {
    String folder = member.getPackageName().replace('.', '/') + "/";
    addMatching(
        member,
        file ->
            file.startsWith(folder)
                && file.endsWith(".class")
                && file.indexOf('/', folder.length()) < 0);
    return this;
  }

  /**
   * Adds the libraries that classes come from, each as a jar in {@code WEB-INF/lib}.
   *
   * @param classNames the name of one class of each
   * @return this
   */
  public WarFile libraries(String... classNames) {
    entries.putAll(jarsOf("WEB-INF/lib/", classNames));
    return this;
  }

  static SortedMap<String, byte[]> jarsOf(String folder, String... classNames) {
    SortedMap<String, byte[]> jars = new TreeMap<>();
    for (String className : classNames) {
      Path location = locationOf(named(className, WarFile.class.getClassLoader()));
      jars.put(folder + jarName(location, className), jar(location));
    }
    return jars;
  }

  /** An archive with a class, and with every class of the package of another. */
  static byte[] jarOf(Class<?> single, Class<?> member) {
    SortedMap<String, byte[]> files = new TreeMap<>();
    named("")
        .classes(single)
        .packageOf(member)
        .entries
        .forEach((file, content) -> files.put(file.substring(CLASSES.length()), content));
    try {
      return zip(files);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A library with nothing but settings. */
  static byte[] jarOf(Map<String, String> settings) {
    try {
      return zip(
          new TreeMap<>(Map.of(SETTINGS, text(settings).getBytes(StandardCharsets.US_ASCII))));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Adds settings, as the application's own source of MicroProfile Config.
   *
   * @param settings names and values
   * @return this
   */
  public WarFile settings(Map<String, String> settings) {
    return file(CLASSES + SETTINGS, text(settings));
  }

  private static String text(Map<String, String> settings) {
    Properties properties = new Properties();
    properties.putAll(settings);
    StringWriter text = new StringWriter();
    try {
      properties.store(text, null);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    // written as ASCII: readers disagree on the charset of such files
    return ascii(text.toString());
  }

  /**
   * Adds a file.
   *
   * @param path its path in the application
   * @param text its content
   * @return this
   */
  public WarFile file(String path, String text) {
    entries.put(path, text.getBytes(StandardCharsets.UTF_8));
    return this;
  }

  /**
   * Writes the application.
   *
   * @param folder created if need be
   * @return the file
   */
  public Path writeTo(Path folder) {
    Path war = folder.resolve(name + ".war");
    try {
      Files.createDirectories(folder);
      Files.write(war, bytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return war;
  }

  String name() {
    return name;
  }

  byte[] bytes() {
    try {
      return zip(entries);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private interface Selection {
    boolean takes(String file);
  }

  private void addMatching(Class<?> type, Selection selection) {
    filesOf(locationOf(type))
        .forEach(
            (file, content) -> {
              if (selection.takes(file)) {
                entries.put(CLASSES + file, content);
              }
            });
  }

  private static Class<?> named(String className, ClassLoader loader) {
    try {
      return Class.forName(className, false, loader);
    } catch (ClassNotFoundException e) {
      throw new IllegalArgumentException("No library has " + className, e);
    }
  }

  private static Path locationOf(Class<?> type) {
    try {
      return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String jarName(Path location, String className) {
    return Files.isDirectory(location)
        ? className.substring(0, className.lastIndexOf('.')) + ".jar"
        : location.getFileName().toString();
  }

  private static byte[] jar(Path location) {
    try {
      return Files.isDirectory(location) ? zip(filesOf(location)) : Files.readAllBytes(location);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static SortedMap<String, byte[]> filesOf(Path location) {
    try {
      if (Files.isDirectory(location)) {
        return filesUnder(location);
      }
      try (FileSystem jar =
          FileSystems.newFileSystem(URI.create("jar:" + location.toUri()), Map.of())) {
        return filesUnder(jar.getPath("/"));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static SortedMap<String, byte[]> filesUnder(Path root) throws IOException {
    SortedMap<String, byte[]> files = new TreeMap<>();
    try (Stream<Path> all = Files.walk(root)) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        files.put(root.relativize(file).toString().replace('\\', '/'), Files.readAllBytes(file));
      }
    }
    return files;
  }

  static byte[] zip(SortedMap<String, byte[]> files) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (Map.Entry<String, byte[]> file : files.entrySet()) {
        zip.putNextEntry(new ZipEntry(file.getKey()));
        zip.write(file.getValue());
        zip.closeEntry();
      }
    }
    return bytes.toByteArray();
  }

  private static String ascii(String text) {
    StringBuilder ascii = new StringBuilder();
    for (char c : text.toCharArray()) {
      ascii.append(c < 128 ? String.valueOf(c) : String.format("\\u%04x", (int) c));
    }
    return ascii.toString();
  }
}
