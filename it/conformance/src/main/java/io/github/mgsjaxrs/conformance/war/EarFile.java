package io.github.mgsjaxrs.conformance.war;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * An enterprise application: web applications, and libraries that all of them see.
 *
 * <pre>{@code
 * Path ear = EarFile.named("shop").libraries(MgsSigned.class.getName())
 *     .web(WarFile.named("orders").classes(Orders.class))
 *     .writeTo(Path.of("target/ears"));
 * }</pre>
 */
public final class EarFile {

  private final String name;
  private final SortedMap<String, byte[]> entries = new TreeMap<>();
  private final StringBuilder modules = new StringBuilder();
  private String version = "10";

  private EarFile(String name) {
    this.name = name;
  }

  /**
   * An empty application.
   *
   * @param name the file's name without its ending
   * @return to be filled
   */
  public static EarFile named(String name) {
    return new EarFile(name);
  }

  /**
   * Makes it one of Jakarta EE 9.
   *
   * @return this
   */
  public EarFile ofJakartaEe9() {
    version = "9";
    return this;
  }

  /**
   * Adds a web application; its name is its context path too.
   *
   * @param war the web application
   * @return this
   */
  public EarFile web(WarFile war) {
    String file = war.name() + ".war";
    entries.put(file, war.bytes());
    modules.append(
        "<module><web><web-uri>%s</web-uri><context-root>/%s</context-root></web></module>"
            .formatted(file, war.name()));
    return this;
  }

  /**
   * Adds an archive of session beans, which all web applications see.
   *
   * @param archive the file's name without its ending
   * @param single a class that it has
   * @param member a class of the package that it has as a whole
   * @return this
   */
  public EarFile beans(String archive, Class<?> single, Class<?> member) {
    String file = archive + ".jar";
    entries.put(file, WarFile.jarOf(single, member));
    modules.append("<module><ejb>%s</ejb></module>".formatted(file));
    return this;
  }

  /**
   * Adds the libraries that classes come from, each as a jar in {@code lib}.
   *
   * @param classNames the name of one class of each
   * @return this
   */
  public EarFile libraries(String... classNames) {
    entries.putAll(WarFile.jarsOf("lib/", classNames));
    return this;
  }

  /**
   * Adds settings that all web applications see, as a library's source of MicroProfile Config.
   *
   * @param settings names and values
   * @return this
   */
  public EarFile settings(Map<String, String> settings) {
    entries.put("lib/settings.jar", WarFile.jarOf(settings));
    return this;
  }

  /**
   * Writes the application.
   *
   * @param folder created if need be
   * @return the file
   */
  public Path writeTo(Path folder) {
    String descriptor =
        "<application xmlns=\"https://jakarta.ee/xml/ns/jakartaee\" version=\"%s\">"
                .formatted(version)
            + modules
            + "<library-directory>lib</library-directory></application>";
    entries.put("META-INF/application.xml", descriptor.getBytes(StandardCharsets.UTF_8));
    Path ear = folder.resolve(name + ".ear");
    try {
      Files.createDirectories(folder);
      Files.write(ear, WarFile.zip(entries));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return ear;
  }
}
