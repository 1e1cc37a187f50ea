package io.github.mgsjaxrs.tool;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The files of a site.
 *
 * @param folder where they lie
 */
record SiteFolder(Path folder) {

  private static final String DESCRIPTION = "hpmfile.json";

  /** A tar file of all of them, in the order of their paths. */
  byte[] tar(String appId, String version) {
    SortedMap<String, Path> files = files();
    TarFile tar = new TarFile();
    if (!files.containsKey(DESCRIPTION)) {
      String json = "{\"appid\":\"" + appId + "\",\"version\":\"" + version + "\"}\n";
      tar.add(DESCRIPTION, json.getBytes(UTF_8));
    }
    files.forEach((path, file) -> tar.add(path, content(file)));
    return tar.bytes();
  }

  private SortedMap<String, Path> files() {
    SortedMap<String, Path> files = new TreeMap<>();
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path each : all.toList()) {
        if (Files.isRegularFile(each, LinkOption.NOFOLLOW_LINKS)) {
          files.put(path(each), each);
        } else if (!Files.isDirectory(each, LinkOption.NOFOLLOW_LINKS)) {
          throw new UnusableException(
              each + " is neither a file nor a folder: replace the link by what it leads to");
        }
      }
    } catch (IOException e) {
      throw new UnusableException("The folder " + folder + " cannot be read: " + e, e);
    }
    if (files.isEmpty()) {
      throw new UnusableException("There is no file in " + folder + ": give the site's folder");
    }
    return files;
  }

  private String path(Path file) {
    String path = folder.relativize(file).toString();
    if (File.separatorChar == '/' && path.indexOf('\\') >= 0) {
      throw new UnusableException(
          "The name of '" + path + "' has a backslash, which is a folder's elsewhere: rename it");
    }
    return path.replace(File.separatorChar, '/');
  }

  /** What signs a site is not to be published with it. */
  void requireOutside(Path privateKey) {
    try {
      if (privateKey.toRealPath().startsWith(folder.toRealPath())) {
        throw new UnusableException(
            "The private key "
                + privateKey
                + " lies in "
                + folder
                + " and would be published in the package: move it elsewhere");
      }
    } catch (IOException e) {
      throw new UnusableException("The folder " + folder + " cannot be read: " + e, e);
    }
  }

  private static byte[] content(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UnusableException("'" + file + "' cannot be read: " + e, e);
    }
  }
}
