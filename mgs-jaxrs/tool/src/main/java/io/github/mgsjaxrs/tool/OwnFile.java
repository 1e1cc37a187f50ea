package io.github.mgsjaxrs.tool;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFileAttributeView;

/** Files that nobody sees half-written, and that only their owner may read if they are new. */
final class OwnFile {

  private OwnFile() {}

  static void replace(Path file, byte[] content) throws IOException {
    Path target = Files.exists(file) ? file.toRealPath() : file.toAbsolutePath();
    if (target.getParent() == null || !Files.isDirectory(target.getParent())) {
      throw new UnusableException(
          "There is no directory " + target.getParent() + " for '" + file + "': make it first");
    }
    // mode 600 where the platform has modes
    Path written = Files.createTempFile(target.getParent(), "mgs-", ".part");
    try {
      Files.write(written, content);
      PosixFileAttributeView view =
          Files.getFileAttributeView(written, PosixFileAttributeView.class);
      if (view != null && Files.exists(target)) {
        view.setPermissions(Files.getPosixFilePermissions(target));
      }
      Files.move(
          written, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(written);
    }
  }

  static void create(Path file, byte[] content) {
    if (Files.exists(file)) {
      throw new UnusableException(
          "There is a file " + file + " already: give another name, or remove it");
    }
    try {
      replace(file, content);
    } catch (IOException e) {
      throw new UnusableException("'" + file + "' cannot be written: " + e.getMessage(), e);
    }
  }
}
