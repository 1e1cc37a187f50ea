package io.github.mgsjaxrs.offline;

import java.io.IOException;
import java.io.InputStream;
import java.lang.ref.Cleaner;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Where packages lie while they are verified and served, and how much all of them may take.
 *
 * <p>What is verified is always a copy of the library's own: what a path names, others may change
 * while it is read.
 */
final class PackageStorage {

  private static final int PIECE = 64 * 1024;
  private static final Set<OpenOption> TEMPORARY =
      Set.of(
          StandardOpenOption.CREATE_NEW,
          StandardOpenOption.READ,
          StandardOpenOption.WRITE,
          // on POSIX the JDK unlinks the file right after opening it, elsewhere at closing
          StandardOpenOption.DELETE_ON_CLOSE);
  private static final FileAttribute<?>[] OWNER_ONLY = {
    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
  };
  private static final FileAttribute<?>[] UNRESTRICTED = {};

  private final OfflineLimits limits;
  private final Path directory;
  private final FileAttribute<?>[] permissions;
  private final AtomicLong used = new AtomicLong();
  // an instance of its own, so that its thread ends when the application is undeployed
  private final Cleaner cleaner =
      Cleaner.create(
          task -> {
            Thread thread = new Thread(task, "mgs-package-cleaner");
            thread.setDaemon(true);
            return thread;
          });

  PackageStorage(OfflineLimits limits, @Nullable Path directory) {
    this.limits = limits;
    this.directory =
        directory == null ? Path.of(System.getProperty("java.io.tmpdir", ".")) : directory;
    this.permissions =
        this.directory.getFileSystem().supportedFileAttributeViews().contains("posix")
            ? OWNER_ONLY
            : UNRESTRICTED;
  }

  Cleaner cleaner() {
    return cleaner;
  }

  long used() {
    return used.get();
  }

  boolean reserve(long bytes) {
    if (used.addAndGet(bytes) <= limits.totalDisk()) {
      return true;
    }
    used.addAndGet(-bytes);
    return false;
  }

  void release(long bytes) {
    used.addAndGet(-bytes);
  }

  /**
   * Copies a package, as far as the limits allow.
   *
   * @param in the package; it is not closed
   * @return the copy, to be closed
   * @throws RefusedPackageException if it is too large, or cannot be kept
   * @throws IOException if it cannot be read
   */
  SpooledPackage spool(InputStream in) throws IOException {
    SpooledFile file = new SpooledFile(this, open());
    boolean whole = false;
    try {
      long length = copy(in, file);
      SpooledPackage spooled = new SpooledPackage(file, length);
      whole = true;
      return spooled;
    } finally {
      if (!whole) {
        file.run();
      }
    }
  }

  private long copy(InputStream in, SpooledFile file) throws IOException {
    byte[] piece = new byte[PIECE];
    long length = 0;
    for (int read = in.read(piece); read >= 0; read = in.read(piece)) {
      if (length + read > limits.packageSize()) {
        throw RefusedPackageException.tooLarge(
            "the package has more bytes", "package", limits.packageSize());
      }
      if (!file.reserve(read)) {
        throw new RefusedPackageException(
            PackageOutcome.UNKNOWN,
            "mgs.offline.limits.total-disk is reached: "
                + used.get()
                + " of "
                + limits.totalDisk()
                + " bytes are in use");
      }
      write(file.channel(), ByteBuffer.wrap(piece, 0, read));
      length += read;
    }
    return length;
  }

  private void write(FileChannel channel, ByteBuffer piece) throws RefusedPackageException {
    try {
      while (piece.hasRemaining()) {
        channel.write(piece);
      }
    } catch (IOException failed) {
      throw notKept(failed);
    }
  }

  private FileChannel open() throws RefusedPackageException {
    try {
      Path file = directory.resolve("mgs-" + UUID.randomUUID() + ".package");
      return FileChannel.open(file, TEMPORARY, permissions);
    } catch (IOException | SecurityException failed) {
      throw notKept(failed);
    }
  }

  private RefusedPackageException notKept(Exception cause) {
    return new RefusedPackageException(
        PackageOutcome.UNKNOWN,
        "the package cannot be kept in a temporary file in "
            + directory
            + " ("
            + cause
            + "): is mgs.temp-dir writable, and is there room?");
  }
}
