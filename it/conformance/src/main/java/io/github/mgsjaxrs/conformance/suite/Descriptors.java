package io.github.mgsjaxrs.conformance.suite;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What this process holds open, as Linux tells it: {@code /proc/self/fd}. */
final class Descriptors {

  private static final Path OPEN = Path.of("/proc/self/fd");

  private Descriptors() {}

  static boolean canBeSeen() {
    return Files.isDirectory(OPEN);
  }

  /**
   * How many descriptors are open beyond those of before, by kind. Left out are jars, which the
   * class loader opens when it first needs a class, and a few of the anonymous ones that selectors
   * are made of: servers keep a pool of selectors, as many as they ever needed at one time.
   */
  static Map<String, Integer> openedSince(Map<String, Integer> before, int pooledSelectors) {
    Map<String, Integer> more = new TreeMap<>();
    openByKind()
        .forEach(
            (kind, count) -> {
              int opened = count - before.getOrDefault(kind, 0);
              if (opened > (kind.startsWith("anon_inode") ? pooledSelectors : 0)) {
                more.put(kind, opened);
              }
            });
    return more;
  }

  /** The number of open descriptors of each kind: a path, or {@code socket} and the like. */
  static Map<String, Integer> openByKind() {
    Map<String, Integer> kinds = new TreeMap<>();
    for (String target : open()) {
      if (!target.endsWith(".jar")) {
        kinds.merge(target.replaceFirst(":\\[[0-9]+]$", ""), 1, Integer::sum);
      }
    }
    return kinds;
  }

  /** The files and sockets behind the open descriptors. */
  static List<String> open() {
    List<String> targets = new ArrayList<>();
    try (DirectoryStream<Path> descriptors = Files.newDirectoryStream(OPEN)) {
      for (Path descriptor : descriptors) {
        target(descriptor).ifPresent(targets::add);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return targets;
  }

  private static Optional<String> target(Path descriptor) {
    try {
      return Optional.of(Files.readSymbolicLink(descriptor).toString());
    } catch (IOException closedMeanwhile) {
      return Optional.empty();
    }
  }

  /** The open files under a folder, unlinked ones included. */
  static List<String> openUnder(Path folder) {
    return open().stream().filter(target -> target.startsWith(folder + "/")).toList();
  }
}
