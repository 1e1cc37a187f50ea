package io.github.mgsjaxrs.wildfly;

import io.github.mgsjaxrs.conformance.registration.MarkedResource;
import io.github.mgsjaxrs.conformance.registration.ScanningApplication;
import io.github.mgsjaxrs.conformance.war.SuiteWars;
import io.github.mgsjaxrs.conformance.war.WarFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;

/** The library as a module of the server, and web applications that depend on it. */
final class LibraryModule {

  private static final String NAME = "io.github.mgsjaxrs";

  private static final String DESCRIPTOR =
      """
      <module xmlns="urn:jboss:module:1.9" name="%s">
        <resources>
          %s
        </resources>
        <dependencies>
          <module name="java.se"/>
          <module name="jakarta.annotation.api"/>
          <module name="jakarta.enterprise.api"/>
          <module name="jakarta.inject.api"/>
          <module name="jakarta.interceptor.api"/>
          <module name="jakarta.servlet.api"/>
          <module name="jakarta.ws.rs.api"/>
          <module name="jakarta.json.api"/>
          <module name="org.eclipse.microprofile.config.api"/>
        </dependencies>
      </module>
      """;

  private static final String STRUCTURE =
      """
      <jboss-deployment-structure>
        <deployment>
          <dependencies>
            <module name="%s" %s/>
          </dependencies>
        </deployment>
      </jboss-deployment-structure>
      """;

  private LibraryModule() {}

  /** Writes the module into the server's folder, which looks for it when it is first needed. */
  static void install() {
    Path folder =
        Path.of(System.getProperty("wildfly.home"), "modules", "io", "github", "mgsjaxrs", "main");
    try {
      Files.createDirectories(folder);
      Map<String, byte[]> jars = SuiteWars.jars();
      for (Map.Entry<String, byte[]> jar : jars.entrySet()) {
        Files.write(folder.resolve(jar.getKey()), jar.getValue());
      }
      String resources =
          jars.keySet().stream()
              .map("<resource-root path=\"%s\"/>"::formatted)
              .collect(Collectors.joining("\n    "));
      Files.writeString(folder.resolve("module.xml"), DESCRIPTOR.formatted(NAME, resources));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A web application with a marked resource. */
  static WarFile user(String name, String imports) {
    return WarFile.named(name)
        .classes(MarkedResource.class, ScanningApplication.class)
        .settings(SuiteWars.settings())
        .file("WEB-INF/beans.xml", SuiteWars.BEANS)
        .file("WEB-INF/jboss-deployment-structure.xml", STRUCTURE.formatted(NAME, imports));
  }
}
