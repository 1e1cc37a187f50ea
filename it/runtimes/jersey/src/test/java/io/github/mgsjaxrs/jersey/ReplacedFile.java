package io.github.mgsjaxrs.jersey;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** A file whose content is replaced as operators and platforms do it. */
final class ReplacedFile {

  /** How the content is replaced. */
  enum Way {
    /** A new file is renamed to it. */
    RENAMED,
    /** It is emptied and written again, and may be seen when half of it is there. */
    REWRITTEN,
    /**
     * It is a link into a linked folder, and that link is swapped, as Kubernetes mounts secrets.
     */
    LINKED
  }

  private final Way way;
  private final Path folder;
  private int version;

  ReplacedFile(Way way, Path folder) throws IOException {
    this.way = way;
    this.folder = Files.createDirectory(folder);
  }

  Path path() {
    return folder.resolve("keys.p12");
  }

  void put(byte[] content) throws IOException {
    version++;
    switch (way) {
      case RENAMED -> {
        Path written = Files.write(folder.resolve("keys.tmp"), content);
        Files.move(written, path(), StandardCopyOption.ATOMIC_MOVE);
      }
      case REWRITTEN -> rewrite(content);
      case LINKED -> link(content);
    }
  }

  private void rewrite(byte[] content) throws IOException {
    int half = content.length / 2;
    try (OutputStream out = Files.newOutputStream(path())) {
      out.write(content, 0, half);
      out.flush();
      // longer than a look takes, so that some looks see half of it
      LockSupport.parkNanos(Duration.ofMillis(300).toNanos());
      out.write(content, half, content.length - half);
    }
  }

  private void link(byte[] content) throws IOException {
    Path mounted = Files.createDirectory(folder.resolve("..version" + version));
    Files.write(mounted.resolve("keys.p12"), content);
    Path next = Files.createSymbolicLink(folder.resolve("..next"), mounted.getFileName());
    Files.move(next, folder.resolve("..data"), StandardCopyOption.ATOMIC_MOVE);
    if (Files.notExists(path())) {
      Files.createSymbolicLink(path(), Path.of("..data", "keys.p12"));
    }
  }
}
