package io.github.mgsjaxrs.internal.storage;

import java.io.IOException;
import java.lang.ref.Cleaner;
import java.nio.channels.FileChannel;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Files that nobody else may read, and that are gone when they are closed. */
public final class TemporaryFiles {

  private static final Set<OpenOption> OPTIONS =
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

  private final Path directory;
  private final FileAttribute<?>[] permissions;

  /**
   * Files in one directory.
   *
   * @param directory an existing one; null for {@code java.io.tmpdir}
   */
  public TemporaryFiles(@Nullable Path directory) {
    this.directory =
        directory == null ? Path.of(System.getProperty("java.io.tmpdir", ".")) : directory;
    this.permissions =
        this.directory.getFileSystem().supportedFileAttributeViews().contains("posix")
            ? OWNER_ONLY
            : UNRESTRICTED;
  }

  /**
   * Where they lie.
   *
   * @return the directory
   */
  public Path directory() {
    return directory;
  }

  /**
   * Creates an empty file.
   *
   * @param ending of its name, for those who find it
   * @return to be read and written, and deleted at the latest when it is closed
   * @throws IOException if it cannot be created
   */
  public FileChannel open(String ending) throws IOException {
    Path file = directory.resolve("mgs-" + UUID.randomUUID() + "." + ending);
    return FileChannel.open(file, OPTIONS, permissions);
  }

  /**
   * A cleaner for what was forgotten. It is an instance of its own, so that its thread ends when
   * the application is undeployed.
   *
   * @return a new cleaner
   */
  public static Cleaner cleaner() {
    // any thread but its own would inherit the class loader and the access control context of the
    // request that comes first, and keep the application that holds the cleaner
    return Cleaner.create();
  }
}
