package io.github.mgsjaxrs.conformance.suite;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What this process holds open, as Linux tells it: {@code /proc/self/fd}. */
final class Descriptors {

  private static final Path OPEN = Path.of("/proc/self/fd");

  private Descriptors() {}

  static boolean canBeSeen() {
    return Files.isDirectory(OPEN);
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
    return open().stream().filter(target -> target.startsWith(folder.toString())).toList();
  }
}
