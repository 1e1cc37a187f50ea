package io.github.mgsjaxrs.jersey.undeploy;

import java.io.File;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;

/**
 * A class loader that defines some of the class path by itself.
 *
 * <p>That of a deployment has this library, the application and what the library brings along. That
 * of the container has Jersey, which does not see any of them and outlives them all.
 */
final class ApplicationLoader extends URLClassLoader {

  private static final List<String> SERVLET_CONTAINER =
      List.of("jakarta.servlet.", "org.eclipse.jetty.", "org.slf4j.");
  private static final List<String> BROUGHT_ALONG = List.of("mgs-", "bcprov-", "commons-codec-");

  private ApplicationLoader(Predicate<Path> part, ClassLoader parent) {
    super(urls(part), parent);
  }

  /** For what stays: it sees the servlet container's classes, and nothing else from outside. */
  static ClassLoader ofContainer() {
    ClassLoader outside =
        new ClassLoader(getPlatformClassLoader()) {
          @Override
          protected Class<?> findClass(String name) throws ClassNotFoundException {
            if (SERVLET_CONTAINER.stream().anyMatch(name::startsWith)) {
              return ApplicationLoader.class.getClassLoader().loadClass(name);
            }
            throw new ClassNotFoundException(name);
          }
        };
    return new ApplicationLoader(
        entry -> !comesWithTheApplication(entry) && !isOfServletContainer(entry), outside);
  }

  /** For one deployment. */
  static ClassLoader ofApplication(ClassLoader container) {
    return new ApplicationLoader(ApplicationLoader::comesWithTheApplication, container);
  }

  private static boolean comesWithTheApplication(Path entry) {
    String name = entry.getFileName().toString();
    // modules of this build are folders before they are packaged
    return !name.endsWith(".jar") || BROUGHT_ALONG.stream().anyMatch(name::startsWith);
  }

  private static boolean isOfServletContainer(Path entry) {
    String name = entry.getFileName().toString();
    return name.startsWith("jakarta.servlet-") || name.startsWith("jetty-");
  }

  private static URL[] urls(Predicate<Path> part) {
    return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
        .map(Path::of)
        .filter(part)
        .map(ApplicationLoader::url)
        .toArray(URL[]::new);
  }

  private static URL url(Path entry) {
    try {
      return entry.toUri().toURL();
    } catch (MalformedURLException e) {
      throw new IllegalStateException(e);
    }
  }
}
