package io.github.mgsjaxrs.offline;

import io.github.mgsjaxrs.internal.storage.Budget;
import io.github.mgsjaxrs.internal.storage.TemporaryFiles;
import java.io.IOException;
import java.io.InputStream;
import java.lang.ref.Cleaner;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Where packages lie while they are verified and served, and how much all of them may take.
 *
 * <p>What is verified is always a copy of the library's own: what a path names, others may change
 * while it is read.
 */
final class PackageStorage {

  private static final int PIECE = 64 * 1024;

  private final OfflineLimits limits;
  private final TemporaryFiles files;
  private final Budget disk;
  private final Cleaner cleaner = TemporaryFiles.cleaner();

  PackageStorage(OfflineLimits limits, @Nullable Path directory) {
    this.limits = limits;
    this.files = new TemporaryFiles(directory);
    this.disk = new Budget(limits.totalDisk());
  }

  Cleaner cleaner() {
    return cleaner;
  }

  Budget disk() {
    return disk;
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
                + disk.used()
                + " of "
                + disk.total()
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
      return files.open("package");
    } catch (IOException | SecurityException failed) {
      throw notKept(failed);
    }
  }

  private RefusedPackageException notKept(Exception cause) {
    return new RefusedPackageException(
        PackageOutcome.UNKNOWN,
        "the package cannot be kept in a temporary file in "
            + files.directory()
            + " ("
            + cause
            + "): is mgs.temp-dir writable, and is there room?");
  }
}
